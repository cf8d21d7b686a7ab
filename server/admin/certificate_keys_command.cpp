#include "server/admin/certificate_keys_command.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include "server/admin/domain_now.h"
#include "server/certificates/signing_keys.h"
#include "server/store/sqlite_event_store.h"

namespace xueshi::admin {
namespace {

using certificate::SigningKey;

const OptionSpec kData = {"--data", "DIR", "the data folder", true};
const OptionSpec kNow = {"--now", "TIME", "the domain's time, of a sample city, e.g. 2017-03-10T09:00 (UTC+8)"};

const CommandSpec kList = {"certificate-keys list", "Lists the keys that sign certificates, oldest first. The server must be stopped.", {kData}};
const CommandSpec kRotate = {
    "certificate-keys rotate",
    "Has a new key sign certificates from now on; what the one before signed stands. The server must be stopped.",
    {kData, kNow},
};
const CommandSpec kRevoke = {
    "certificate-keys revoke",
    "Has nothing that a key signed stand any more, and everybody told why. The server must be stopped.",
    {
        kData,
        {"--key", "ID", "16 hexadecimal digits, as list says them", true},
        {"--reason", "TEXT", "what people are told, up to 240 bytes", true},
        kNow,
    },
};

int failed(const CommandSpec& spec, const std::string& complaint, int code = kExitFailed) {
    std::cerr << "xueshi " << spec.name << ": " << complaint << ".\n";
    return code;
}

// Text for everybody's eyes: no controls.
bool is_plain(std::string_view text) {
    return !text.empty() && text.size() <= certificate::kMostReasonBytes &&
           std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

void print(const SigningKey& key) {
    std::cout << certificate::key_id_text(key.id) << "  from " << format_date(key.from);
    if (key.retired) std::cout << "  retired " << format_date(*key.retired);
    if (key.revoked) std::cout << "  revoked " << format_date(*key.revoked) << ": " << key.reason;
    std::cout << (key.may_sign() ? "  signs\n" : "\n");
}

// The data folder, opened, and today in it.
struct Opened {
    std::filesystem::path folder;
    store::SqliteEventStore event_store;
    certificates::KeyFiles files;

    explicit Opened(const std::filesystem::path& data)
        : folder(data), event_store(data), files(certificates::key_folder(data)) {}
};

// Why it cannot be opened; empty: it can.
std::string complaint_about(const CommandLine& line) {
    const std::filesystem::path folder = line.text("--data");
    if (!std::filesystem::exists(store::database_file(folder))) return "there is no database in " + folder.string();
    if (line.has("--now") && !parse_local_minute(line.text("--now"))) return "--now is not a time like 2017-03-10T09:00";
    return {};
}

CivilDate today_in(Opened& opened, const CommandLine& line) {
    return date_of(domain_now(opened.event_store, parse_local_minute(line.text("--now"))));
}

int list(const CommandLine& line) {
    if (const std::string complaint = complaint_about(line); !complaint.empty()) return failed(kList, complaint);
    Opened opened(line.text("--data"));
    for (const SigningKey& key : certificates::signing_keys(opened.event_store)) print(key);
    return kExitDone;
}

int rotate(const CommandLine& line) {
    if (const std::string complaint = complaint_about(line); !complaint.empty()) return failed(kRotate, complaint);
    Opened opened(line.text("--data"));
    const auto key = certificates::rotate(opened.event_store, opened.files, today_in(opened, line));
    if (!key) return failed(kRotate, std::string(key.error().code.name()));
    print(*key);
    return kExitDone;
}

int revoke(const CommandLine& line) {
    const auto id = certificate::parse_key_id(line.text("--key"));
    if (!id) return failed(kRevoke, "--key takes 16 hexadecimal digits", kExitMisused);
    if (!is_plain(line.text("--reason"))) return failed(kRevoke, "--reason takes up to 240 bytes of one line", kExitMisused);
    if (const std::string complaint = complaint_about(line); !complaint.empty()) return failed(kRevoke, complaint);
    Opened opened(line.text("--data"));
    const auto done = certificates::revoke(opened.event_store, opened.files, *id, line.text("--reason"), today_in(opened, line));
    if (!done) return failed(kRevoke, std::string(done.error().code.name()));
    switch (*done) {
        case certificates::Revocation::UnknownKey: return failed(kRevoke, "there is no key " + line.text("--key"));
        case certificates::Revocation::RevokedBefore: return failed(kRevoke, line.text("--key") + " was revoked before");
        case certificates::Revocation::Done: break;
    }
    for (const SigningKey& key : certificates::signing_keys(opened.event_store)) print(key);
    return kExitDone;
}

}  // namespace

int run_certificate_keys(const Arguments& arguments) {
    const std::string which = arguments.empty() ? "" : arguments.front();
    const Arguments rest(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    if (which == "list") return run_command(kList, rest, list);
    if (which == "rotate") return run_command(kRotate, rest, rotate);
    if (which == "revoke") return run_command(kRevoke, rest, revoke);
    if (which == "--help") {
        std::cout << help_text(kList) << '\n' << help_text(kRotate) << '\n' << help_text(kRevoke);
        return kExitDone;
    }
    std::cerr << "xueshi certificate-keys: expected list, rotate or revoke.\n";
    return kExitMisused;
}

}  // namespace xueshi::admin
