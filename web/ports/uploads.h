// Files sent to the own server as they are: chosen in the browser's dialog and read by the browser alone, so that the
// program's memory never holds one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xueshi::ports {

struct UploadNews {
    enum class Kind : std::uint8_t {
        Sending,      // `share` of it has left
        Answered,     // the server said something: `status` and `body`
        Unreachable,  // no answer, or its connection was cut; the server may or may not have it
        TooLarge,     // over 5 MiB: not sent
    };

    Kind kind = Kind::Sending;
    std::string file_name;  // as the device has it
    float share = 0;        // 0–1
    int status = 0;
    std::string body;
};

class Uploads {
  public:
    virtual ~Uploads() = default;
    // Opens the dialog for a PDF, JPEG or PNG and sends what is chosen; call it in answer to something the person
    // pressed. One at a time: what was under way is given up. Nothing is told of a dialog that is closed again.
    virtual void ask(std::string_view path, std::string_view csrf) = 0;
    // Nothing will be told of what was asked for.
    virtual void cancel() = 0;
    // The newest since the last call. Wakes the frame loop.
    virtual std::optional<UploadNews> take_news() = 0;
};

}  // namespace xueshi::ports
