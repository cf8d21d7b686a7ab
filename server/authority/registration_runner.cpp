#include "server/authority/registration_runner.h"

#include <set>
#include <utility>

#include "core/base/alternatives.h"
#include "core/codec/registration_json.h"
#include "core/codec/special_json.h"
#include "server/authority/authorize.h"
#include "server/authority/decided_envelope.h"
#include "server/authority/hour_recording.h"

namespace xueshi::authority {

using registration::Content;
using registration::Participant;
using registration::Registration;
using registration::RegistrationCommand;
using registration::RegistrationFact;
using registration::Registrations;

namespace {

std::string feed_of(const TeacherId& teacher) { return personal_feed(AccountId{teacher.text}); }

// Whose register the command names by id: empty, where it names a teacher by number.
registration::RegisterKey key_of(const RegistrationCommand& command) {
    if (const auto* declared = std::get_if<registration::DeclareTraining>(&command)) return {{}, declared->school_id};
    return with_alternative(command, [](const auto& order) -> registration::RegisterKey {
        if constexpr (requires { order.key; }) {
            return order.key;
        } else {
            return {};
        }
    });
}

// A teacher's own act, if somebody is allowed to it as a teacher at all.
bool may_be_teachers_own(const RegistrationCommand& command) {
    return std::holds_alternative<registration::HandInRecord>(command) ||
           std::holds_alternative<registration::ResubmitRegistration>(command) ||
           std::holds_alternative<registration::WithdrawRegistration>(command);
}

Participant participant_of(const organisation::TeacherProfile& profile, std::string number) {
    return {.teacher_id = profile.teacher_id,
            .number = std::move(number),
            .name = profile.name,
            .school_id = profile.school_id,
            .school_name = profile.school_name,
            .district_id = profile.district_id};
}

const registration::RegistrationOpened& opened_by(const Registration* before, const RegistrationFact& fact) {
    const auto* opened = std::get_if<registration::RegistrationOpened>(&fact);
    return opened != nullptr ? *opened : before->opened.value;
}

const Content* content_of(const RegistrationFact& fact) {
    if (const auto* opened = std::get_if<registration::RegistrationOpened>(&fact)) return &opened->content;
    const auto* moved = std::get_if<registration::RegistrationMoved>(&fact);
    return moved != nullptr && moved->content ? &*moved->content : nullptr;
}

// Units that follow a registration. What a teacher hands in concerns their school alone.
std::set<std::string> unit_feeds_of(const registration::RegistrationOpened& opened,
                                    const std::vector<Participant>& concerned, const UnitId& centre) {
    std::set<std::string> feeds = {unit_feed(opened.unit_id)};
    const bool is_external = opened.source == ledger::HourSource::External;
    for (const Participant& each : concerned) {
        feeds.insert(unit_feed(each.school_id));
        if (!is_external && !each.district_id.empty()) feeds.insert(unit_feed(each.district_id));
    }
    if (!is_external && !centre.empty()) feeds.insert(unit_feed(centre));
    return feeds;
}

}  // namespace

struct RegistrationRunner::Concerned {
    struct Teacher {
        Participant participant;
        const FoldedTeacher* folded;
        std::vector<ledger::HourRecord> records;
    };
    std::vector<Teacher> teachers;

    std::vector<registration::KnownTeacher> known() const {
        std::vector<registration::KnownTeacher> all;
        for (const Teacher& each : teachers) {
            all.push_back({each.participant, each.records, each.folded->ledger, each.folded->registrations});
        }
        return all;
    }
};

void RegistrationRunner::give_back(Folded folded) {
    for (auto& [feed, teacher] : folded.teachers) teachers_.keep(feed, std::move(teacher));
    registers_.give_back(std::move(folded.registers));
}

FoldedTeacher& RegistrationRunner::teacher_of(Turn& turn, const AccountId& account) {
    const std::string feed = personal_feed(account);
    const auto found = turn.folded.teachers.find(feed);
    if (found == turn.folded.teachers.end()) {
        return turn.folded.teachers.emplace(feed, teachers_.load(turn.transaction, feed)).first->second;
    }
    TeacherStates::catch_up(turn.transaction, feed, found->second);
    return found->second;
}

const Registrations& RegistrationRunner::register_of(Turn& turn, const UnitId& school) {
    const std::string feed = register_feed(school);
    const auto found = turn.folded.registers.find(feed);
    if (found == turn.folded.registers.end()) {
        return turn.folded.registers.emplace(feed, registers_.take(turn.transaction, feed)).first->second.registrations;
    }
    RegisterStates::catch_up(turn.transaction, feed, found->second);
    return found->second.registrations;
}

const Registrations& RegistrationRunner::register_of(Turn& turn, const RegistrationCommand& command) {
    static const Registrations kNone;
    const registration::RegisterKey key = key_of(command);
    if (!key.school_id.empty()) return register_of(turn, key.school_id);
    if (!key.teacher_id.empty()) return teacher_of(turn, AccountId{key.teacher_id.text}).registrations;
    const std::vector<std::string> numbers = registration::named_numbers(command);
    const auto account = turn.transaction.find_account_by_login(numbers.front());
    return account ? teacher_of(turn, account->id).registrations : kNone;
}

RegistrationRunner::Concerned RegistrationRunner::concerned_by(Turn& turn, const RegistrationCommand& command,
                                                               const Registrations& registrations) {
    Concerned concerned;
    const auto add = [&](const AccountId& account, const std::string* number) {
        const FoldedTeacher& folded = teacher_of(turn, account);
        if (!folded.state.profile.is_written()) return;
        const organisation::TeacherProfile& profile = folded.state.profile.value;
        concerned.teachers.push_back({participant_of(profile, number == nullptr ? profile.number : *number), &folded,
                                      folded.state.record_list()});
    };
    std::vector<std::string> numbers = registration::named_numbers(command);
    // One more than allowed is refused without a look at anybody.
    if (numbers.size() > registration::kMostParticipants) numbers.clear();
    for (const std::string& number : std::set<std::string>(numbers.begin(), numbers.end())) {
        if (const auto account = turn.transaction.find_account_by_login(number)) add(account->id, &number);
    }
    const auto found = registrations.find({key_of(command), registration::registration_of(command)});
    if (found == registrations.end() || !numbers.empty()) return concerned;
    for (const Participant& each : found->second.content().participants) add(AccountId{each.teacher_id.text}, nullptr);
    return concerned;
}

// What somebody else uploaded is not there for the actor.
std::set<AttachmentId> RegistrationRunner::own_uploads(Turn& turn, const std::vector<registration::Evidence>& evidence) {
    std::set<AttachmentId> own;
    for (const registration::Evidence& each : evidence) {
        const auto attachment = turn.transaction.find_attachment(each.attachment_id);
        if (attachment && attachment->owner_id == turn.account.id) own.insert(each.attachment_id);
    }
    return own;
}

UnitId RegistrationRunner::centre(Turn& turn) {
    for (const auto& [id, unit] : shared_.load(turn.transaction).units) {
        if (unit.value.kind == organisation::OrgKind::Centre) return id;
    }
    return {};
}

Result<std::string> RegistrationRunner::run(Turn& turn, std::string_view type, std::string_view payload) {
    const auto command = codec::decode_registration_intent(type, payload);
    if (!command) return command.error();
    const Action action = may_be_teachers_own(*command) ? Action::HandInRecord : Action::RegisterHours;
    if (!authorize(person_of(turn.account, turn.actor), action, turn.account.id.text)) {
        return make_error(kForbidden, std::string(type));
    }
    const Registrations& registrations = register_of(turn, *command);
    const Concerned concerned = concerned_by(turn, *command, registrations);
    const std::vector<registration::KnownTeacher> known = concerned.known();
    const std::set<AttachmentId> uploads = own_uploads(turn, registration::evidence_of(*command));
    const auto decision = registration::decide({.now = turn.now,
                                                .fresh_receipt_id = turn.fresh_receipt_id,
                                                .actor = turn.actor,
                                                .unit_name = turn.account.unit_name,
                                                .registrations = registrations,
                                                .teachers = known,
                                                .attachments = uploads,
                                                .catalogue = shared_.load(turn.transaction).catalogue,
                                                .rules = rules_},
                                               *command);
    if (!decision) return decision.error();
    const auto before = registrations.find({key_of(*command), registration::registration_of(*command)});
    record(turn, before == registrations.end() ? nullptr : &before->second, *decision);
    return codec::encode_step_receipt({turn.fresh_receipt_id, turn.now});
}

void RegistrationRunner::record(Turn& turn, const Registration* before, const registration::RegistrationDecision& decision) {
    const RegistrationFact& fact = decision.fact;
    const registration::RegistrationOpened& opened = opened_by(before, fact);
    const bool is_of_school = opened.source == ledger::HourSource::SchoolBased;
    const std::vector<Participant> concerned = registration::concerned_by(fact, before);
    const std::set<std::string> units = unit_feeds_of(opened, concerned, centre(turn));
    const std::string aggregate = is_of_school ? register_feed(opened.unit_id) : feed_of(concerned.front().teacher_id);
    const Stamp stamp = stamps_.next(turn.transaction, aggregate, turn.now);

    const sync::Envelope whole = envelope_of(codec::encode_registration_event(fact), stamp);
    turn.transaction.append(aggregate, whole);
    for (const std::string& feed : units) turn.transaction.append(feed, whole);
    for (const Participant& each : concerned) {
        if (!is_of_school) break;
        const std::string feed = feed_of(each.teacher_id);
        if (const auto* untold = registration::opening_untold(before, each.teacher_id)) {
            append(turn, feed, registration::as_told_to(*untold, each.teacher_id), before->opened.stamp);
        }
        append(turn, feed, registration::as_told_to(fact, each.teacher_id), stamp);
    }
    for (const registration::RegisteredHours& hours : decision.records) {
        const FoldedTeacher& teacher = teacher_of(turn, AccountId{hours.teacher_id.text});
        record_hours(turn.transaction, stamps_, feed_of(hours.teacher_id), teacher.ledger, hours.record, turn.now);
    }
    const Content* content = content_of(fact);
    if (content == nullptr) return;
    std::vector<std::string> readers(units.begin(), units.end());
    if (!is_of_school) readers.push_back(aggregate);
    for (const registration::Evidence& each : content->evidence) {
        turn.transaction.note_attached(each.attachment_id, each.file_name, readers);
    }
}

void RegistrationRunner::append(Turn& turn, const std::string& feed, const RegistrationFact& fact, const Stamp& stamp) {
    turn.transaction.append(feed, envelope_of(codec::encode_registration_event(fact), stamp));
}

}  // namespace xueshi::authority
