// Hours (学时): what each year has and lacks, which record counts and why not more; to which year hours are allocated,
// with the effect on every year before it is done (R22–R24).
#pragma once

#include <optional>
#include <vector>

#include "core/app/select_hours.h"
#include "core/certificate/certificate_content.h"
#include "web/views/screen.h"

namespace xueshi::views {

// The dialog of a certificate: open, what was chosen, and what is done with it once it is there.
struct CertificateUiState {
    enum class Wish : std::uint8_t { None, Print, Badge };

    bool is_open = false;
    certificate::CertificateRequest chosen;
    Wish wish = Wish::None;
};

struct HoursUiState {
    std::optional<AllocatedYear> year;     // whose records are shown; none: the current one
    HourRecordId record;                   // whose years are offered; empty: none
    std::vector<ledger::YearMove> staged;  // what would be allocated
    // The staged moves are the best there are; and that is proven.
    bool is_proposal = false;
    bool is_proven = false;
    CertificateUiState certificate;

    void clear() { *this = {.year = year, .record = {}, .staged = {}, .is_proposal = false, .is_proven = false, .certificate = {}}; }
};

void draw_hours(const Screen& screen, const app::HoursProjection& page, HoursUiState& ui);

}  // namespace xueshi::views
