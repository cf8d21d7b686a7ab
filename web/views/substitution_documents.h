// The two papers of a substitution (学员更换, R33), to be stamped by the school and its district; for directly
// affiliated units the Centre stamps in the district's stead. Pure.
#pragma once

#include "core/app/select_desk.h"
#include "web/locale/locale.h"
#include "web/ui/printed_page.h"

namespace xueshi::views {

// 退出申请书: of the one leaving, who signs it.
ui::PrintedPage withdrawal_form(const locale::Locale& words, const app::SubstitutionLine& line, CivilDate today);
// 更换学员名单: who leaves and who comes.
ui::PrintedPage replacement_list(const locale::Locale& words, const app::SubstitutionLine& line, CivilDate today);

}  // namespace xueshi::views
