// SPDX-License-Identifier: Apache-2.0
// The store of a device whose storage cannot be opened: each call fails with the sentence that says why. So
// whoever would write learns it as on a full disk, and screens that need no storage go on.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "firmware/ports/store.h"

namespace tertulia {

class ClosedStore final : public Store {
 public:
  explicit ClosedStore(Error why) : why_(std::move(why)) {}

  [[nodiscard]] const std::string& epoch() const override { return epoch_; }  // none
  Outcome save_draft(const Submission& /*submission*/) override { return why_; }
  Result<StoreCounts> close_submission(const Submission& /*submission*/, const EventTime& /*time*/) override {
    return why_;
  }
  Outcome empty_draft(const SubmissionId& /*id*/) override { return why_; }
  [[nodiscard]] Result<std::vector<Submission>> drafts() override { return why_; }
  Outcome thanked(const SubmissionId& /*id*/) override { return why_; }
  [[nodiscard]] Result<std::vector<Interrupted>> interrupted() override { return why_; }
  Outcome forget_interrupted(WallTime /*now*/) override { return why_; }
  Outcome keep_contact(const SealedContact& /*contact*/, WallTime /*day*/) override { return why_; }
  [[nodiscard]] Result<bool> send_contacts(const Now& /*now*/) override { return why_; }
  [[nodiscard]] Result<AnswersInBlocks> answers_to(const std::string& /*form_hash*/,
                                                   const std::string& /*session*/) override {
    return why_;
  }
  Outcome release(const event::AnswersReleased& /*released*/, std::uint64_t /*threshold*/,
                  const EventTime& /*time*/) override {
    return why_;
  }
  Outcome append(const Event& /*event*/, const EventTime& /*time*/) override { return why_; }
  [[nodiscard]] Result<std::vector<OutboxRow>> waiting(const std::pair<std::string, std::uint64_t>& /*after*/,
                                                       std::size_t /*limit*/) override {
    return why_;
  }
  Outcome park(const std::string& /*event_id*/, const std::string& /*reason*/) override { return why_; }
  Outcome unpark(const std::string&) override { return why_; }
  Result<StoreCounts> acknowledge(const Ack& /*ack*/, const Now& /*now*/) override { return why_; }
  [[nodiscard]] Result<bool> purge(const Now& /*now*/) override { return why_; }
  [[nodiscard]] Result<StoreCounts> counts() override { return why_; }
  [[nodiscard]] Result<StoreInventory> inventory() override { return why_; }
  Outcome raise_high_water_mark(const std::string& /*name*/, std::uint64_t /*number*/) override {
    return why_;
  }
  [[nodiscard]] Result<std::map<std::string, std::uint64_t>> high_water_marks() override { return why_; }
  Outcome save_room_word(const RoomRow& /*row*/) override { return why_; }
  [[nodiscard]] Result<std::vector<RoomRow>> room_words() override { return why_; }
  Outcome set_aside_room_word(const RoomRow& /*row*/) override { return why_; }

 private:
  Error why_;
  std::string epoch_;
};

}  // namespace tertulia
