// The web client's files, held in memory with their compressed forms.
//
// Only names found at start exist, so no request can reach any other file. A name that carries the
// hash of its content ("client.3f9ac01d22.wasm") may be kept for ever; every other is asked for
// again each time and answered 304 while it is the same.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/http_message.h"

namespace xueshi::http {

class StaticFiles {
  public:
    StaticFiles() = default;  // serves nothing
    // Throws std::runtime_error when the folder cannot be read.
    explicit StaticFiles(const std::filesystem::path& folder);

    // Nothing when the path is neither a file nor a page of the application. Pages (paths whose
    // last segment has no dot) are a file of that name ("/verify": verify.html), and all others
    // index.html: the client looks at the address itself.
    std::optional<Response> find(const Request& request) const;

    // Serves a text in place of the file of this path ("/service_worker.js"), or beside the files.
    void replace(const std::string& path, std::string text);

    bool empty() const { return files_.empty(); }

  private:
    struct File {
        std::string content_type;
        bool is_immutable = false;
        std::string etag;
        Body plain;
        Body brotli;  // null when not there
        Body gzip;
    };

    Response respond(const File& file, const Request& request) const;

    std::map<std::string, File, std::less<>> files_;  // by path, "/index.html"
};

// Whether the name holds a content hash: a piece of eight or more hexadecimal digits between dots.
bool has_content_hash(std::string_view file_name);

}  // namespace xueshi::http
