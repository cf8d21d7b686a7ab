// The program comes in two parts: the first draws the log-in page, the second everything behind it
// (web/second_part.txt says where it begins, docs/decisions/0015). What is behind must not be called before
// the second part is here. A change wakes the frame loop, so looking once per update is enough.
#pragma once

namespace xueshi::ports {

enum class SecondPart {
    Absent,  // nobody has asked for it
    Coming,
    Failed,  // it could not be fetched; the page tries again by itself
    Here,
};

class Program {
  public:
    virtual ~Program() = default;
    virtual SecondPart second_part() const = 0;
    // Fetches it; after a failure, again. Does nothing while it is coming or when it is here.
    virtual void fetch_second_part() = 0;
};

}  // namespace xueshi::ports
