#include "server/http/static_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <sodium.h>

#include "server/http/compression.h"

namespace xueshi::http {
namespace {

constexpr std::size_t kShortestHash = 8;

std::string_view type_of(std::string_view extension) {
    struct Known {
        std::string_view extension, type;
    };
    static constexpr std::array kTypes = {
        Known{".html", "text/html; charset=utf-8"},
        Known{".js", "text/javascript; charset=utf-8"},
        Known{".css", "text/css; charset=utf-8"},
        Known{".wasm", "application/wasm"},
        Known{".json", "application/json"},
        Known{".webmanifest", "application/manifest+json"},
        Known{".svg", "image/svg+xml; charset=utf-8"},
        Known{".png", "image/png"},
        Known{".ico", "image/x-icon"},
        Known{".txt", "text/plain; charset=utf-8"},
    };
    for (const Known& known : kTypes) {
        if (known.extension == extension) return known.type;
    }
    return "application/octet-stream";
}

Body read_body(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("Cannot read " + path.string());
    return std::make_shared<const std::string>(std::istreambuf_iterator<char>(in),
                                               std::istreambuf_iterator<char>());
}

Body read_sibling(std::filesystem::path path, const char* extension) {
    path += extension;
    return std::filesystem::is_regular_file(path) ? read_body(path) : nullptr;
}

std::string etag_of(std::string_view bytes) {
    unsigned char digest[crypto_generichash_BYTES_MIN];
    crypto_generichash(digest,
                       sizeof digest,
                       reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(),
                       nullptr,
                       0);
    char text[2 * sizeof digest + 1];
    sodium_bin2hex(text, sizeof text, digest, sizeof digest);
    return '"' + std::string(text) + '"';
}

bool is_page(std::string_view path) {
    return path.substr(path.rfind('/') + 1).find('.') == std::string_view::npos;
}

}  // namespace

bool has_content_hash(std::string_view file_name) {
    for (std::size_t dot = file_name.find('.'); dot != std::string_view::npos;) {
        const std::size_t next = file_name.find('.', dot + 1);
        if (next == std::string_view::npos) return false;
        const std::string_view piece = file_name.substr(dot + 1, next - dot - 1);
        const bool is_hex = piece.find_first_not_of("0123456789abcdef") == std::string_view::npos;
        if (is_hex && piece.size() >= kShortestHash) return true;
        dot = next;
    }
    return false;
}

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) {
        throw std::runtime_error("There is no folder " + folder.string() + " with the web client");
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::filesystem::path& path = entry.path();
        const std::string extension = path.extension().string();
        if (!entry.is_regular_file() || extension == ".br" || extension == ".gz") continue;
        File file;
        file.content_type = type_of(extension);
        file.is_immutable = has_content_hash(path.filename().string());
        file.plain = read_body(path);
        file.brotli = read_sibling(path, ".br");
        file.gzip = read_sibling(path, ".gz");
        file.etag = etag_of(*file.plain);
        files_.emplace('/' + path.lexically_relative(folder).generic_string(), std::move(file));
    }
}

void StaticFiles::replace(const std::string& path, std::string text) {
    File file;
    file.content_type = type_of(std::filesystem::path(path).extension().string());
    file.etag = etag_of(text);
    file.plain = std::make_shared<const std::string>(std::move(text));
    files_.insert_or_assign(path, std::move(file));
}

std::optional<Response> StaticFiles::find(const Request& request) const {
    auto found = files_.find(std::string_view(request.path));
    if (found == files_.end() && is_page(request.path)) found = files_.find(request.path + ".html");
    if (found == files_.end() && is_page(request.path)) found = files_.find("/index.html");
    if (found == files_.end()) return std::nullopt;
    return respond(found->second, request);
}

Response StaticFiles::respond(const File& file, const Request& request) const {
    Response response;
    response.set_header("Vary", "Accept-Encoding");
    response.set_header("Cache-Control",
                        file.is_immutable ? "public, max-age=31536000, immutable" : "no-cache");
    // What never changes is never asked for again.
    if (!file.is_immutable) {
        response.set_header("ETag", file.etag);
        if (matches_etag(request.header("If-None-Match"), file.etag)) {
            response.status = 304;
            return response;
        }
    }
    response.set_header("Content-Type", file.content_type);
    response.body = file.plain;
    const std::string_view accepted = request.header("Accept-Encoding");
    if (file.brotli && accepts_encoding(accepted, "br")) {
        response.body = file.brotli;
        response.set_header("Content-Encoding", "br");
    } else if (file.gzip && accepts_encoding(accepted, "gzip")) {
        response.body = file.gzip;
        response.set_header("Content-Encoding", "gzip");
    }
    return response;
}

}  // namespace xueshi::http
