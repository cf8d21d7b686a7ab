#include "web/bridge/browser_uploads.h"

#include <emscripten/emscripten.h>

#include "web/bridge/byte_reader.h"
#include "web/bridge/script_result.h"

EM_JS(void, xueshi_uploads_ask, (const char* path, int path_size, const char* csrf, int csrf_size), {
    const heap = Module.bridge.heap;
    Module.bridge.uploads.ask(heap.text(path, path_size), heap.text(csrf, csrf_size));
});
EM_JS(void, xueshi_uploads_cancel, (), { Module.bridge.uploads.cancel(); });
EM_JS(int, xueshi_uploads_news, (), { return Module.bridge.uploads.news(); });

namespace xueshi::bridge {

void BrowserUploads::ask(std::string_view path, std::string_view csrf) {
    xueshi_uploads_ask(path.data(), static_cast<int>(path.size()), csrf.data(), static_cast<int>(csrf.size()));
}

void BrowserUploads::cancel() { xueshi_uploads_cancel(); }

std::optional<ports::UploadNews> BrowserUploads::take_news() {
    const int size = xueshi_uploads_news();
    if (size == 0) return std::nullopt;
    const std::string bytes = take_script_result(size);
    ByteReader reader(bytes);
    ports::UploadNews news;
    news.kind = static_cast<ports::UploadNews::Kind>(reader.number<std::uint8_t>());
    news.share = reader.number<float>();
    news.status = reader.number<std::uint16_t>();
    news.file_name = reader.string();
    news.body = reader.string();
    return news;
}

}  // namespace xueshi::bridge
