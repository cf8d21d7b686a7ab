// Notices of the sample city's news feed, written for it; dates and telephone numbers are the
// notice's (R34).
#pragma once

#include <vector>

#include "core/app/notice_post.h"

namespace xueshi::sample {

// In the order of their days; none later than 9 March 2017, the eve of the sample city's first day.
std::vector<app::NoticePost> make_notices();

}  // namespace xueshi::sample
