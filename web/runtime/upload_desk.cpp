#include "web/runtime/upload_desk.h"

#include <utility>

#include "core/codec/attachment_json.h"
#include "core/codec/session_json.h"

namespace xueshi::runtime {
namespace {

constexpr std::string_view kPath = "/api/v1/attachments";

// A name from a file system with rules of its own, as the order may carry it: its end tells most.
std::string plain_name(std::string name) {
    for (char& character : name) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == 0x7F || character == '/' || character == '\\') character = '_';
    }
    if (name.size() <= enrolment::kMostFileNameBytes) return name;
    std::size_t begin = name.size() - enrolment::kMostFileNameBytes;
    while (begin < name.size() && (static_cast<unsigned char>(name[begin]) & 0xC0) == 0x80) ++begin;  // a whole character
    return name.substr(begin);
}

}  // namespace

void UploadDesk::begin(UploadPurpose purpose, std::string_view csrf) {
    pending_ = std::move(purpose);
    status_.reset();
    uploads_.ask(kPath, csrf);
}

void UploadDesk::cancel() {
    pending_.reset();
    status_.reset();
    uploads_.cancel();
}

UploadDesk::Answer UploadDesk::answer_of(const ports::UploadNews& news) const {
    using Kind = ports::UploadNews::Kind;
    const auto refuse = [&](std::string_view code) { return Answer{*pending_, {}, std::string(code), news.file_name}; };
    if (news.kind == Kind::TooLarge || news.status == 413) return refuse(kUploadTooLarge);
    if (news.kind != Kind::Answered) return refuse(kUploadUnanswered);
    if (news.status != 200 && news.status != 201) return refuse(codec::decode_problem(news.body, news.status).code);
    const auto kept = codec::decode_kept_upload(news.body);
    if (!kept) return refuse(kept.error().code.name());
    return {*pending_, kept->attachment_id, {}, plain_name(news.file_name)};
}

std::optional<UploadDesk::Answer> UploadDesk::hear() {
    const std::optional<ports::UploadNews> news = uploads_.take_news();
    if (!news || !pending_) return std::nullopt;
    if (news->kind == ports::UploadNews::Kind::Sending) {
        const auto* document = std::get_if<enrolment::AttachDocument>(&*pending_);
        status_ = views::UploadStatus{document == nullptr ? std::string{} : document->substitution_id.text, news->file_name, news->share};
        return std::nullopt;
    }
    Answer answer = answer_of(*news);
    pending_.reset();
    status_.reset();
    return answer;
}

}  // namespace xueshi::runtime
