// The program comes in parts: the first draws the log-in page, Home's part the frame of the pages behind it, Home and
// the catalogue, the screens' part the others but the diagnostic with its questions, which is the last (web/program_parts.txt says where
// each begins, docs/decisions/0015). What is behind
// must not be called before its part is here. A change wakes the frame loop, so looking once per update is enough.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace xueshi::ports {

// Each stands on those before it, and is here only when they are.
enum class ProgramPart : std::uint8_t { Home, Screens, Questions };

enum class PartState : std::uint8_t {
    Absent,  // nobody has asked for it
    Coming,
    Failed,  // it could not be fetched; the page tries again by itself
    Here,
};

class Program {
  public:
    virtual ~Program() = default;
    virtual PartState state(ProgramPart part) const = 0;
    // Fetches it, with what it stands on; after a failure, again. Does nothing while it is coming or when it is here.
    virtual void fetch(ProgramPart part) = 0;
    // The words that came with a part (web/locale/later_words.h), once.
    virtual std::optional<std::string> take_words() = 0;
};

}  // namespace xueshi::ports
