#include "core/codec/event_json.h"

#include <cstddef>
#include <optional>
#include <type_traits>
#include <variant>

#include "core/codec/event_formats.h"

namespace xueshi::codec {
namespace {

// Tries each alternative of app::Event in turn; the last one is UnknownEvent and has no format.
constexpr std::size_t kKnownEvents = std::variant_size_v<app::Event> - 1;

template <std::size_t Index>
std::optional<app::Event> read_as(std::string_view type, ObjectReader& object) {
    if constexpr (Index == kKnownEvents) {
        return std::nullopt;
    } else {
        using Event = std::variant_alternative_t<Index, app::Event>;
        if (EventFormat<Event>::kType == type) return app::Event{EventFormat<Event>::read(object)};
        return read_as<Index + 1>(type, object);
    }
}

template <std::size_t Index = 0>
bool is_known(std::string_view type) {
    if constexpr (Index == kKnownEvents) {
        return false;
    } else {
        return EventFormat<std::variant_alternative_t<Index, app::Event>>::kType == type ||
               is_known<Index + 1>(type);
    }
}

}  // namespace

EncodedEvent encode_event(const app::Event& event) {
    return std::visit(
        [](const auto& fact) {
            using Fact = std::decay_t<decltype(fact)>;
            if constexpr (std::is_same_v<Fact, app::UnknownEvent>) {
                return EncodedEvent{fact.type, fact.payload};
            } else {
                JsonWriter json;
                json.object([&] { EventFormat<Fact>::write(json, fact); });
                return EncodedEvent{std::string(EventFormat<Fact>::kType), json.take()};
            }
        },
        event);
}

bool is_known_event_type(std::string_view type) { return is_known(type); }

Result<app::Event> decode_event(std::string_view type, std::string_view payload) {
    if (!is_known(type)) return app::Event{app::UnknownEvent{std::string(type), std::string(payload)}};
    const Result<JsonValue> document = parse_json(payload);
    if (!document) return document.error();
    ObjectReader object(*document, {});
    std::optional<app::Event> event = read_as<0>(type, object);
    if (const Outcome outcome = object.finish(); !outcome) return outcome.error();
    return *std::move(event);
}

}  // namespace xueshi::codec
