#include "core/certificate/certificate_bytes.h"

#include <algorithm>
#include <utility>

namespace xueshi::certificate {
namespace {

constexpr unsigned char kFormat = 1;
constexpr std::int64_t kMostNumber = 10'000'000;  // a million hours in tenths; days and years are far below

// What is there, as bits of one byte.
constexpr unsigned kSample = 1, kNumber = 2, kSchool = 4, kRecords = 8, kEveryFlag = 15;

constexpr std::string_view kSerialDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The length of the character that begins here; 0 when it is none, or a control character.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x20 || first == 0x7F) return 0;
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(byte(i))) return 0;
    }
    // No second form of a shorter character, no half of a pair, nothing beyond the last; no C1 controls.
    const unsigned char second = byte(1);
    const bool is_wrong = (first == 0xC2 && second < 0xA0) || (first == 0xE0 && second < 0xA0) ||
                          (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
                          (first == 0xF4 && second > 0x8F);
    return is_wrong ? 0 : length;
}

bool is_text(std::string_view text, std::size_t most) {
    if (text.empty() || text.size() > most) return false;
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

bool is_requirement_id(std::string_view id) {
    return !id.empty() && id.size() <= 16 &&
           std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

bool is_serial(std::string_view serial) {
    return serial.size() == kSerialLength && serial.find_first_not_of(kSerialDigits) == std::string_view::npos;
}

// The first rule of content that is broken, by its field; null: none is. Reader and writer ask the same.
const char* broken_field(const CertificateContent& content) {
    const auto is_number = [](std::int64_t number) { return number >= 0 && number <= kMostNumber; };
    if (!is_text(content.issuer, kMostTextBytes)) return "issuer";
    if (!is_serial(content.serial)) return "serial";
    if (!is_number(content.issued_on.days)) return "issued_on";
    if (content.year.year < 1900 || content.year.year > 2999) return "year";
    const bool is_open = content.result == CertifiedResult::Open;
    if (!is_number(content.verified_on.days) || is_open != (content.verified_on.days == 0)) return "verified_on";
    if (!is_text(content.name, kMostTextBytes)) return "name";
    if (content.number && !is_text(*content.number, kMostTextBytes)) return "number";
    if (content.school && !is_text(*content.school, kMostTextBytes)) return "school";
    if (content.hours.empty() || content.hours.size() > kMostHours) return "hours";
    for (const CertifiedHours& each : content.hours) {
        const bool has_right_name =
            is_known_requirement(each.id) ? each.name.empty() : is_text(each.name, kMostTitleBytes);
        if (!is_requirement_id(each.id) || !has_right_name) return "hours.id";
        if (!is_number(each.counted.tenths) || !is_number(each.minimum.tenths)) return "hours.counted";
    }
    if (!content.records) return nullptr;
    if (content.records->listed.size() > kMostRecords) return "records";
    for (const CertifiedRecord& each : content.records->listed) {
        if (!is_text(each.title, kMostTitleBytes)) return "records.title";
        if (!is_number(each.counted.tenths)) return "records.counted";
    }
    const CertifiedRecords& records = *content.records;
    if (!is_number(records.others) || !is_number(records.others_counted.tenths)) return "records.others";
    return nullptr;
}

class Writer {
  public:
    void byte(unsigned value) { bytes_ += static_cast<char>(value); }
    void number(std::int64_t value) {
        auto rest = static_cast<std::uint64_t>(value);
        for (; rest >= 0x80; rest >>= 7) byte(static_cast<unsigned>(rest & 0x7F) | 0x80);
        byte(static_cast<unsigned>(rest));
    }
    void text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        bytes_ += value;
    }
    void raw(std::string_view value) { bytes_ += value; }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

// Once something was wrong it answers defaults; whoever reads asks at the end.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    unsigned char byte() {
        if (rest_.empty()) {
            is_good_ = false;
            return 0;
        }
        const auto value = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }
    std::int64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            const unsigned char next = byte();
            value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
            if (next >= 0x80) continue;
            if (next == 0 && shift > 0) is_good_ = false;  // not the shortest form
            return static_cast<std::int64_t>(value);
        }
        is_good_ = false;
        return 0;
    }
    std::string_view raw(std::size_t size) {
        if (size > rest_.size()) {
            is_good_ = false;
            return {};
        }
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::string text() { return std::string(raw(static_cast<std::size_t>(number()))); }
    bool is_good() const { return is_good_; }
    bool is_at_end() const { return is_good_ && rest_.empty(); }

  private:
    std::string_view rest_;
    bool is_good_ = true;
};

void write_content(Writer& out, const CertificateContent& content) {
    out.byte((content.is_sample ? kSample : 0u) | (content.number ? kNumber : 0u) | (content.school ? kSchool : 0u) |
             (content.records ? kRecords : 0u));
    out.byte(static_cast<unsigned>(content.result));
    out.number(content.year.year);
    out.number(content.issued_on.days);
    out.number(content.verified_on.days);
    out.raw(content.serial);
    out.text(content.issuer);
    out.text(content.name);
    if (content.number) out.text(*content.number);
    if (content.school) out.text(*content.school);
    out.number(static_cast<std::int64_t>(content.hours.size()));
    for (const CertifiedHours& each : content.hours) {
        out.text(each.id);
        out.text(each.name);
        out.number(each.counted.tenths);
        out.number(each.minimum.tenths);
    }
    if (!content.records) return;
    out.number(static_cast<std::int64_t>(content.records->listed.size()));
    for (const CertifiedRecord& each : content.records->listed) {
        out.text(each.title);
        out.byte(static_cast<unsigned>(each.category));
        out.number(each.counted.tenths);
    }
    out.number(content.records->others);
    out.number(content.records->others_counted.tenths);
}

CertifiedRecords read_records(Reader& in, bool& is_known) {
    CertifiedRecords records;
    const std::int64_t count = in.number();
    for (std::int64_t i = 0; i < count && in.is_good() && records.listed.size() <= kMostRecords; ++i) {
        CertifiedRecord each;
        each.title = in.text();
        const unsigned char category = in.byte();
        is_known = is_known && category <= static_cast<unsigned char>(HourCategory::Elective);
        each.category = static_cast<HourCategory>(category);
        each.counted = {in.number()};
        records.listed.push_back(std::move(each));
    }
    records.others = in.number();
    records.others_counted = {in.number()};
    return records;
}

// False for what no writer of this format writes.
bool read_content(Reader& in, CertificateContent& content) {
    const unsigned char flags = in.byte();
    const unsigned char result = in.byte();
    bool is_known = flags <= kEveryFlag && result <= static_cast<unsigned char>(CertifiedResult::Failed);
    content.is_sample = (flags & kSample) != 0;
    content.result = static_cast<CertifiedResult>(result);
    content.year = {static_cast<std::int32_t>(in.number())};
    content.issued_on = {static_cast<std::int32_t>(in.number())};
    content.verified_on = {static_cast<std::int32_t>(in.number())};
    content.serial = in.raw(kSerialLength);
    content.issuer = in.text();
    content.name = in.text();
    if ((flags & kNumber) != 0) content.number = in.text();
    if ((flags & kSchool) != 0) content.school = in.text();
    const std::int64_t lines = in.number();
    for (std::int64_t i = 0; i < lines && in.is_good() && content.hours.size() <= kMostHours; ++i) {
        CertifiedHours each;
        each.id = in.text();
        each.name = in.text();
        each.counted = {in.number()};
        each.minimum = {in.number()};
        content.hours.push_back(std::move(each));
    }
    if ((flags & kRecords) != 0) content.records = read_records(in, is_known);
    return is_known && in.is_at_end();
}

}  // namespace

bool is_known_requirement(std::string_view id) {
    return id == "public" || id == "professional" || id == "elective" || id == "total";
}

Result<std::string> write_certificate(const CertificateContent& content, const KeyId& key) {
    if (const char* field = broken_field(content)) return make_error(kOutOfRange, field);
    Writer out;
    out.byte(kFormat);
    for (const unsigned char each : key) out.byte(each);
    write_content(out, content);
    std::string bytes = out.take();
    if (bytes.size() + kSignatureBytes > kMostCertificateBytes) return make_error(kCertificateTooLarge);
    return bytes;
}

Result<ReadCertificate> read_certificate(std::string_view bytes) {
    constexpr std::size_t kHead = 1 + kKeyIdBytes;
    if (bytes.size() < kHead + kSignatureBytes || bytes.size() > kMostCertificateBytes) return make_error(kMalformed, "length");
    if (static_cast<unsigned char>(bytes[0]) != kFormat) return make_error(kMalformed, "format");
    ReadCertificate read;
    std::copy_n(bytes.begin() + 1, kKeyIdBytes, read.key.begin());
    read.signed_bytes = bytes.substr(0, bytes.size() - kSignatureBytes);
    read.signature = bytes.substr(read.signed_bytes.size());
    Reader in(read.signed_bytes.substr(kHead));
    if (!read_content(in, read.content)) return make_error(kMalformed, "content");
    if (const char* field = broken_field(read.content)) return make_error(kMalformed, field);
    return read;
}

}  // namespace xueshi::certificate
