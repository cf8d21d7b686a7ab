#include "server/http/compression.h"

#include <stdexcept>

#include <brotli/encode.h>
#include <zlib.h>

#include "server/http/http_message.h"

namespace xueshi::http {
namespace {

constexpr int kBrotliKept = 9;
constexpr int kBrotliOnce = 4;
constexpr int kGzipWindow = 15 + 16;  // zlib's way to ask for a gzip frame

std::string brotli(std::string_view bytes, int quality) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    if (BrotliEncoderCompress(quality,
                              BROTLI_DEFAULT_WINDOW,
                              BROTLI_MODE_TEXT,
                              bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()),
                              &size,
                              reinterpret_cast<std::uint8_t*>(out.data())) != BROTLI_TRUE) {
        throw std::runtime_error("brotli failed");
    }
    out.resize(size);
    return out;
}

std::string gzip(std::string_view bytes, int level) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("zlib failed");
    }
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int verdict = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (verdict != Z_STREAM_END) throw std::runtime_error("zlib failed");
    return out;
}

}  // namespace

std::string_view coding_name(ContentCoding coding) {
    switch (coding) {
        case ContentCoding::Brotli:
            return "br";
        case ContentCoding::Gzip:
            return "gzip";
        case ContentCoding::Identity:
            return "";
    }
    return "";
}

ContentCoding choose_coding(std::string_view accept_encoding) {
    if (accepts_encoding(accept_encoding, "br")) return ContentCoding::Brotli;
    if (accepts_encoding(accept_encoding, "gzip")) return ContentCoding::Gzip;
    return ContentCoding::Identity;
}

std::string compress(ContentCoding coding, std::string_view bytes, bool is_kept) {
    switch (coding) {
        case ContentCoding::Brotli:
            return brotli(bytes, is_kept ? kBrotliKept : kBrotliOnce);
        case ContentCoding::Gzip:
            return gzip(bytes, is_kept ? 9 : 5);
        case ContentCoding::Identity:
            break;
    }
    return std::string(bytes);
}

}  // namespace xueshi::http
