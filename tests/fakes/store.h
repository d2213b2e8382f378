// SPDX-License-Identifier: Apache-2.0
// A store in memory that can be told to fail. Keeps the rules of the port (tests/drivers/sqlite runs one
// contract test against it and the real one), has no budgets and forgets all with the process.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "firmware/domain/ack_order.h"
#include "firmware/domain/visit.h"
#include "firmware/ports/store.h"
#include "firmware/wire/content.h"
#include "firmware/wire/envelope.h"

namespace tertulia {

class FakeStore final : public Store {
 public:
  // From now on every call fails with this sentence and changes nothing, until it is told to work again.
  void fail(std::string sentence) { failure_ = Error{std::move(sentence)}; }
  void work() { failure_.reset(); }

  [[nodiscard]] const std::string& epoch() const override { return epoch_; }

  Outcome save_draft(const Submission& submission) override {
    if (failure_) return *failure_;
    if (is_closed(submission.id)) return Done{};
    drafts_[submission.id] = submission;
    drafts_[submission.id].state = SubmissionState::kOpen;
    marks_at_glass_[submission.screen] = mark_of(submission, false);
    return Done{};
  }

  Outcome empty_draft(const SubmissionId& id) override {
    if (failure_) return *failure_;
    if (const auto draft = drafts_.find(id); draft != drafts_.end()) draft->second.answers.clear();
    return Done{};
  }

  Result<StoreCounts> close_submission(const Submission& submission, const EventTime& time) override {
    if (failure_) return *failure_;
    if (is_closed(submission.id)) return counts_now();
    drafts_.erase(submission.id);
    forget(submission.id);
    closed_.insert(submission.id);
    if (submission.state == SubmissionState::kSubmitted) {
      ++submitted_;
      last_session_ = submission.session;
      ++voices_[submission.session];
      marks_at_glass_[submission.screen] = mark_of(submission, true);
      given_[submission.id.text()] = submission;
      ClosingSlip& slip = slips_[submission.room];
      slip.room = submission.room;
      ++slip.submitted;
      slip.submitted_sum.add(wire::share_of(submission));
      add(event::FeedbackSubmitted{submission}, time);
    }
    return counts_now();
  }

  [[nodiscard]] Result<std::vector<Submission>> drafts() override {
    if (failure_) return *failure_;
    std::vector<Submission> all;
    for (const auto& [id, draft] : drafts_) all.push_back(draft);
    return all;
  }

  Outcome thanked(const SubmissionId& id) override {
    if (failure_) return *failure_;
    forget(id);
    return Done{};
  }

  [[nodiscard]] Result<std::vector<Interrupted>> interrupted() override {
    if (failure_) return *failure_;
    std::vector<Interrupted> all;
    for (const auto& [screen, mark] : marks_at_glass_) all.push_back(mark);
    std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.id < other.id; });
    return all;
  }

  Outcome forget_interrupted(WallTime /*now*/) override {
    if (failure_) return *failure_;
    marks_at_glass_.clear();
    for (const auto& [id, draft] : std::exchange(drafts_, {})) closed_.insert(id);
    return Done{};
  }

  Outcome keep_contact(const SealedContact& contact, WallTime day) override {
    if (failure_) return *failure_;
    contacts_[contact.id] = {contact, day};
    return Done{};
  }

  [[nodiscard]] Result<bool> send_contacts(const Now& now) override {
    if (failure_) return *failure_;
    const bool is_crowd = submitted_ - crowd_ >= static_cast<std::uint64_t>(kLeastThreshold);
    if (is_crowd) crowd_ = submitted_;
    const auto sent = std::erase_if(contacts_, [&](const auto& each) {
      const auto& [contact, day] = each.second;
      const bool is_due = is_crowd || day < day_of(now.wall);
      if (is_due) add(event::ContactSealed{contact}, {now, day});
      return is_due;
    });
    return sent > 0;
  }

  [[nodiscard]] Result<AnswersInBlocks> answers_to(const std::string& form_hash,
                                                   const std::string& session) override {
    if (failure_) return *failure_;
    AnswersInBlocks found;
    for (const auto& [id, given] : given_)
      if (given.form_hash == form_hash && given.session == session) {
        const auto known = blocks_.find(id);
        const Block block = known == blocks_.end() ? Block{} : known->second;
        const bool waits = std::any_of(rows_.begin(), rows_.end(),
                                       [&id = id](const auto& row) { return row.second.event_id == id; });
        found.answers.push_back({given.id, given.answers, block.first, block.second, !waits});
      }
    return found;
  }

  Outcome release(const event::AnswersReleased& released, std::uint64_t threshold,
                  const EventTime& time) override {
    if (failure_) return *failure_;
    ++last_block_;
    for (const SubmissionId& id : released.answers) blocks_.emplace(id.text(), Block{last_block_, threshold});
    add(released, time);
    return Done{};
  }

  Outcome append(const Event& event, const EventTime& time) override {
    if (failure_) return *failure_;
    if (const auto* feedback = std::get_if<event::FeedbackSubmitted>(&event)) {
      TRY_DONE(close_submission(feedback->submission, time));
      return Done{};
    }
    add(event, time);
    return Done{};
  }

  [[nodiscard]] Result<std::vector<OutboxRow>> waiting(const std::pair<std::string, std::uint64_t>& after,
                                                       std::size_t limit) override {
    if (failure_) return *failure_;
    const std::uint64_t above = after.first == epoch_ ? after.second : 0;
    std::vector<OutboxRow> found;
    for (const auto& [seq, row] : rows_)
      if (seq > above && !parked_.contains(row.event_id) && found.size() < limit) found.push_back(row);
    return found;
  }

  Outcome park(const std::string& event_id, const std::string& reason) override {
    if (failure_) return *failure_;
    for (const auto& [seq, row] : rows_)
      if (row.event_id == event_id) parked_[event_id] = reason;
    return Done{};
  }

  Outcome unpark(const std::string& reason) override {
    if (failure_) return *failure_;
    std::erase_if(parked_, [&](const auto& row) { return reason.empty() || row.second == reason; });
    return Done{};
  }

  Result<StoreCounts> acknowledge(const Ack& ack, const Now& now) override {
    if (failure_) return *failure_;
    AckOrder order(marks_);
    if (!order.is_followed(ack)) return counts_now();
    order.follow(ack);
    for (const auto& [name, number] : order.marks()) marks_[name] = number;
    follow_hub(ack.hub);
    kept_at_ = now.boot;
    for (auto row = rows_.begin(); row != rows_.end();) row = settle_answer(row, ack);
    if (ack.epoch != epoch_) return counts_now();
    if (ack.seq > last_seq_) {
      renumber_after(ack.seq);
      return counts_now();
    }
    for (auto row = rows_.begin(); row != rows_.end();)
      row = row->first <= ack.seq ? settle(row, ack) : ++row;
    return counts_now();
  }

  // Of one boot only.
  [[nodiscard]] Result<bool> purge(const Now& now) override {
    if (failure_) return *failure_;
    std::erase_if(kept_, [&](const auto& each) { return now.boot - each.second.second > kGrace; });
    return false;
  }

  [[nodiscard]] Result<StoreCounts> counts() override {
    if (failure_) return *failure_;
    return counts_now();
  }

  [[nodiscard]] Result<StoreInventory> inventory() override {
    if (failure_) return *failure_;
    StoreInventory inventory{submitted_, acknowledged_, 0, {}, {}, 0, contacts_.size()};
    for (const auto& [seq, row] : rows_) inventory.waiting += row.kind == EventKind::kFeedback ? 1 : 0;
    for (const auto& [id, reason] : parked_) ++inventory.parked[reason];
    for (const auto& [room, slip] : slips_) {
      inventory.slips.push_back(slip);
      for (const auto& [id, reason] : parked_)
        if (const auto given = given_.find(id); given != given_.end() && given->second.room == room)
          ++inventory.slips.back().held_back;
    }
    return inventory;
  }

  Outcome raise_high_water_mark(const std::string& name, std::uint64_t number) override {
    if (failure_) return *failure_;
    marks_[name] = std::max(marks_[name], number);
    return Done{};
  }

  [[nodiscard]] Result<std::map<std::string, std::uint64_t>> high_water_marks() override {
    if (failure_) return *failure_;
    return marks_;
  }

  Outcome save_room_word(const RoomRow& row) override {
    if (failure_) return *failure_;
    room_words_[{row.room, row.place}] = row.body;
    return Done{};
  }

  [[nodiscard]] Result<std::vector<RoomRow>> room_words() override {
    if (failure_) return *failure_;
    std::vector<RoomRow> rows;
    for (const auto& [key, body] : room_words_) rows.push_back({key.first, key.second, body});
    return rows;
  }

  Outcome set_aside_room_word(const RoomRow& row) override {
    if (failure_) return *failure_;
    room_words_.erase({row.room, row.place});
    return Done{};
  }

 private:
  using Rows = std::map<std::uint64_t, OutboxRow>;
  using Block = std::pair<std::uint64_t, std::uint64_t>;  // its number and its k

  [[nodiscard]] bool is_closed(const SubmissionId& id) const { return closed_.count(id) > 0; }

  static Interrupted mark_of(const Submission& submission, bool is_saved) {
    return {submission.id, submission.screen, submission.room, submission.language, is_saved};
  }
  void forget(const SubmissionId& id) {
    std::erase_if(marks_at_glass_, [&id](const auto& each) { return each.second.id == id; });
  }

  void add(const Event& event, const EventTime& time) {
    const wire::EventBody body = wire::body_of(event);
    const WallTime recorded = body.is_coarse ? time.label : time.now.wall;
    insert(wire::to_envelope(
               body, {{"demo", "device-1"}, epoch_, ++last_seq_, time.label, recorded, time.now.quality}),
           body.content);
  }

  void insert(const wire::Envelope& envelope, const std::string& content) {
    rows_[envelope.sequence] = {
        epoch_, envelope.sequence, envelope.kind, envelope.id, wire::to_structured(envelope), content};
  }

  Rows::iterator settle(Rows::iterator row, const Ack& ack) {
    const auto holds = [&](const auto& range) {
      return range.first <= row->first && row->first <= range.second;
    };
    if (std::any_of(ack.miss.begin(), ack.miss.end(), holds)) return ++row;
    return is_given(row->second.kind) ? ++row : keep(row);
  }

  Rows::iterator keep(Rows::iterator row) {
    parked_.erase(row->second.event_id);
    kept_.emplace(row->first, std::pair(row->second, kept_at_));
    return rows_.erase(row);
  }

  void take_back(const Submission& given) {
    --acknowledged_;
    --slips_[given.room].receipted;
    slips_[given.room].receipted_sum.subtract(wire::share_of(given));
  }

  void follow_hub(const std::string& hub) {
    if (hub.empty()) return;
    if (const std::string known = std::exchange(hub_, hub); known.empty() || known == hub) return;
    for (auto& [seq, kept] : std::exchange(kept_, {})) {
      if (kept.first.kind == EventKind::kFeedback) take_back(given_[kept.first.event_id]);
      rows_.emplace(seq, kept.first);
    }
  }

  Rows::iterator settle_answer(Rows::iterator row, const Ack& ack) {
    const auto& [seq, answer] = *row;
    const Receipt owed{answer.event_id, answer.content};
    if (!is_given(answer.kind) ||
        std::find(ack.receipts.begin(), ack.receipts.end(), owed) == ack.receipts.end())
      return ++row;
    if (answer.kind != EventKind::kFeedback) return keep(row);
    ++acknowledged_;
    const Submission& given = given_[answer.event_id];
    ++slips_[given.room].receipted;
    slips_[given.room].receipted_sum.add(wire::share_of(given));
    return keep(row);
  }

  void renumber_after(std::uint64_t seq) {
    for (const auto& [old, row] : std::exchange(rows_, {})) {
      auto envelope = wire::from_stored(row.body);
      envelope.value().sequence = ++seq;
      if (!is_given(row.kind)) envelope.value().id = epoch_ + "-" + std::to_string(seq);
      insert(envelope.value(), row.content);
    }
    last_seq_ = seq;
  }

  [[nodiscard]] StoreCounts counts_now() const {
    StoreCounts counts{submitted_, acknowledged_, rows_.size(), parked_.size(), 0};
    if (const auto voices = voices_.find(last_session_); voices != voices_.end())
      counts.voices_in_session = voices->second;
    return counts;
  }

  std::string epoch_ = "00112233445566778899aabbccddeeff";
  std::uint64_t last_seq_ = 0;
  std::uint64_t submitted_ = 0;
  std::uint64_t acknowledged_ = 0;
  std::string last_session_;
  std::map<std::string, std::uint64_t> voices_;
  std::map<SubmissionId, Submission> drafts_;
  std::set<SubmissionId> closed_;
  std::map<std::string, Submission> given_;  // by id, as text
  std::map<std::string, Block> blocks_;      // by id
  std::uint64_t last_block_ = 0;
  std::map<int, Interrupted> marks_at_glass_;  // by screen
  std::map<std::string, ClosingSlip> slips_;   // by room
  std::map<SubmissionId, std::pair<SealedContact, WallTime>> contacts_;
  std::uint64_t crowd_ = 0;  // how many had submitted when contacts could last be sent
  Rows rows_;
  std::map<std::string, std::string> parked_;  // rows that are, by their ids, with the reasons
  std::map<std::uint64_t, std::pair<OutboxRow, BootTime>> kept_;
  BootTime kept_at_{};
  std::string hub_;
  std::map<std::pair<std::string, std::string>, std::string> room_words_;
  std::map<std::string, std::uint64_t> marks_;
  std::optional<Error> failure_;
};

}  // namespace tertulia
