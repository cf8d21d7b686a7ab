#include "server/authority/hour_projection.h"

#include <algorithm>
#include <variant>

#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "server/authority/packed_bytes.h"
#include "server/store/event_store.h"

namespace xueshi::authority {
namespace {

using ledger::HourRecord;

void apply_record(ProjectedHours& hours, HourRecord record, const Stamp& stamp) {
    const auto place = std::lower_bound(hours.records.begin(), hours.records.end(), record.id,
                                        [](const HourRecord& each, const HourRecordId& id) { return each.id < id; });
    const auto index = place - hours.records.begin();
    if (place == hours.records.end() || !(place->id == record.id)) {
        hours.records.insert(place, std::move(record));
        hours.stamps.insert(hours.stamps.begin() + index, stamp);
    } else if (Stamp& standing = hours.stamps[static_cast<std::size_t>(index)]; standing < stamp) {
        *place = std::move(record);
        standing = stamp;
    }
}

void write_stamp(PackedWriter& out, const Stamp& stamp) {
    out.number(static_cast<std::uint64_t>(stamp.wall_ms));
    out.number(stamp.counter);
    out.text(stamp.node);
}
void read_stamp(PackedReader& in, Stamp& stamp) {
    stamp.wall_ms = static_cast<std::int64_t>(in.number());
    stamp.counter = static_cast<std::uint32_t>(in.number());
    in.text(stamp.node);
}

void write_record(PackedWriter& out, const HourRecord& record) {
    out.text(record.id.text);
    out.text(record.course_run_id.text);
    out.text(record.title);
    out.number(static_cast<std::uint64_t>(record.category));
    out.number(record.tags.size());
    for (const std::string& tag : record.tags) out.text(tag);
    out.number(static_cast<std::uint64_t>(record.hours.tenths));
    out.number(static_cast<std::uint64_t>(record.state));
    out.number(static_cast<std::uint64_t>(record.source));
    out.number(static_cast<std::uint64_t>(record.allocated_year.year));
    out.text(record.remark);
}
void read_record(PackedReader& in, HourRecord& record) {
    in.text(record.id.text);
    in.text(record.course_run_id.text);
    in.text(record.title);
    record.category = static_cast<HourCategory>(in.number());
    record.tags.resize(in.count());
    for (std::string& tag : record.tags) in.text(tag);
    record.hours.tenths = static_cast<std::int64_t>(in.number());
    record.state = static_cast<ledger::HourState>(in.number());
    record.source = static_cast<ledger::HourSource>(in.number());
    record.allocated_year.year = static_cast<std::int32_t>(in.number());
    in.text(record.remark);
}

// As they are stored: few teachers have more than two.
void write_fact(PackedWriter& out, const ledger::LedgerFact& fact, const Stamp& stamp) {
    const codec::EncodedEvent encoded = codec::encode_ledger_event(fact);
    write_stamp(out, stamp);
    out.text(encoded.type);
    out.text(encoded.payload);
}

}  // namespace

void apply(ProjectedHours& hours, const sync::Envelope& envelope) {
    const auto refuse = [](const Error& error) {
        throw store::StoreFailure("A stored event cannot be read: " + error.subject);
    };
    if (envelope.type == "profile.recorded") {
        hours.has_profile = true;
    } else if (envelope.type == "hours.recorded") {
        auto event = codec::decode_event(envelope.type, envelope.payload);
        if (!event) refuse(event.error());
        apply_record(hours, std::get<app::HoursRecorded>(*std::move(event)).record, envelope.stamp);
    } else if (envelope.type.starts_with(codec::kLedgerPrefix)) {
        const auto fact = codec::decode_ledger_event(envelope.type, envelope.payload);
        if (!fact && fact.error().code == sync::kUnknownType) return;  // of a later version
        if (!fact) refuse(fact.error());
        ledger::apply(hours.ledger, *fact, envelope.stamp);
    }
}

std::string encode_projection(const ProjectedHours& hours) {
    PackedWriter out;
    out.number(hours.has_profile ? 1 : 0);
    out.number(hours.records.size());
    for (std::size_t i = 0; i < hours.records.size(); ++i) {
        write_record(out, hours.records[i]);
        write_stamp(out, hours.stamps[i]);
    }
    std::size_t facts = 0;
    for (const auto& [span, results] : hours.ledger.results) facts += results.size();
    for (const auto& [import, acts] : hours.ledger.withdrawn_imports) facts += acts.size();
    for (const auto& [record, acts] : hours.ledger.allocations) facts += acts.size();
    out.number(facts);
    for (const auto& [record, acts] : hours.ledger.allocations) {
        for (const auto& [stamp, act] : acts) write_fact(out, act, stamp);
    }
    for (const auto& [span, results] : hours.ledger.results) {
        for (const auto& [stamp, result] : results) write_fact(out, result, stamp);
    }
    for (const auto& [import, acts] : hours.ledger.withdrawn_imports) {
        for (const auto& [stamp, act] : acts) write_fact(out, act, stamp);
    }
    return out.take();
}

bool decode_projection(std::string_view bytes, ProjectedHours& hours) {
    PackedReader in(bytes);
    hours.has_profile = in.number() == 1;
    hours.records.resize(in.count());
    hours.stamps.resize(hours.records.size());
    for (std::size_t i = 0; i < hours.records.size() && in.is_good(); ++i) {
        read_record(in, hours.records[i]);
        read_stamp(in, hours.stamps[i]);
    }
    hours.ledger = {};
    Stamp stamp;
    std::string type;
    std::string payload;
    for (std::size_t left = in.count(); left > 0 && in.is_good(); --left) {
        read_stamp(in, stamp);
        in.text(type);
        in.text(payload);
        const auto fact = codec::decode_ledger_event(type, payload);
        if (!fact) return false;
        ledger::apply(hours.ledger, *fact, stamp);
    }
    return in.is_at_end();
}

}  // namespace xueshi::authority
