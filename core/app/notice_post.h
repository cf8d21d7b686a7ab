// A notice posted to everyone (selection guide, payment note: R9), carried by the `news` feed.
#pragma once

#include <string>

#include "core/base/civil_date.h"
#include "core/base/ids.h"

namespace xueshi::app {

struct NoticePost {
    NoticeId id;
    std::string title;
    std::string body;
    std::string issuer;
    CivilDate posted_on;

    friend bool operator==(const NoticePost&, const NoticePost&) = default;
};

}  // namespace xueshi::app
