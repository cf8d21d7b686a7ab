#include "tests/server/support/raw_client.h"

#include <cstdlib>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace xueshi::test {

RawClient::RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("cannot connect");
    }
}

RawClient::~RawClient() {
    if (socket_ >= 0) ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::send_repeated(std::string_view bytes, std::size_t total) {
    for (std::size_t sent = 0; sent < total; sent += bytes.size()) {
        if (!send(bytes)) return;
    }
}

void RawClient::end_sending() { ::shutdown(socket_, SHUT_WR); }

void RawClient::reset() {
    const linger rudely{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &rudely, sizeof rudely);
    ::close(socket_);
    socket_ = -1;
}

bool RawClient::read_some(std::string& into, int patience_ms) {
    pollfd wait{socket_, POLLIN, 0};
    if (::poll(&wait, 1, patience_ms) <= 0) return false;
    char buffer[4096];
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got <= 0) return false;
    into.append(buffer, static_cast<std::size_t>(got));
    return true;
}

std::string RawClient::read_all(int patience_ms) {
    std::string text;
    while (read_some(text, patience_ms)) {
    }
    return text;
}

std::string RawClient::read_answer(int patience_ms) {
    constexpr std::string_view kLength = "Content-Length: ";
    std::string text;
    while (true) {
        const std::size_t head_end = text.find("\r\n\r\n");
        const std::size_t length_at = text.find(kLength);
        if (head_end != std::string::npos && length_at < head_end) {
            const auto length =
                std::strtoul(text.c_str() + length_at + kLength.size(), nullptr, 10);
            if (text.size() >= head_end + 4 + length) return text;
        }
        if (!read_some(text, patience_ms)) return text;
    }
}

int status_of_answer(std::string_view bytes) {
    constexpr std::string_view kVersion = "HTTP/1.1 ";
    if (!bytes.starts_with(kVersion) || bytes.size() < kVersion.size() + 3) return 0;
    return std::atoi(std::string(bytes.substr(kVersion.size(), 3)).c_str());
}

}  // namespace xueshi::test
