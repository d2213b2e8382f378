// SPDX-License-Identifier: Apache-2.0
// The table `incoming`: answers that wait, sealed, until they are mixed (mixing.h). An answer gets there in
// the transaction that stores the marks of its device: it is durable, and its receipt can go out at once.
// Nothing in a row can be laid beside an answer by somebody who has not the keys: the tag is of the key, what
// is sealed has one of few sizes.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "hub/arrival/arrival.h"
#include "hub/store/mixing_key_file.h"
#include "hub/store/mixing_rule.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

struct WaitingAnswer {
  FeedbackRow row;
  std::string giver;  // the same for answers of one device; it does not name the device
  WallTime arrived;
};

[[nodiscard]] WaitingAnswer waiting_from(const arrival::Feedback& feedback, WallTime now);
// Those of one room, session and time look alike, when they are about as long.
[[nodiscard]] Waiter waiter_of(const WaitingAnswer& answer);
[[nodiscard]] Waiter waiter_of(const arrival::Feedback& feedback, WallTime now);

// What is sealed. Texts of one size class have the same length. unpacked() fails on anything else.
[[nodiscard]] std::string packed(const WaitingAnswer& answer);
[[nodiscard]] Result<WaitingAnswer> unpacked(std::string_view text);

// Inside a transaction of the caller. None of them may wait already. Makes a key where there is none.
[[nodiscard]] Outcome add_waiting(Sql& sql, const MixingKeyFile& file, MixingKeys& keys,
                                  const std::vector<WaitingAnswer>& answers);
// Those of these ids that wait under one of the keys.
[[nodiscard]] Result<std::map<std::string, FeedbackRow>> find_waiting(Sql& sql, const MixingKeys& keys,
                                                                      const std::vector<std::string>& ids);

// A row as it lies in the table.
struct SealedRow {
  std::string tag;
  std::string key_name;
  std::string keeper;
  std::string sealed;
  bool is_lost = false;  // nobody can open it; the devices were asked to send it again

  [[nodiscard]] Result<WaitingAnswer> open(const MixingKeys& keys) const;
};
// In the order of their tags, which is that of no answer.
[[nodiscard]] Outcome each_waiting(Sql& sql, const std::function<Outcome(const SealedRow&)>& take);
[[nodiscard]] Result<std::vector<SealedRow>> rows_of_tags(Sql& sql, const std::vector<std::string>& tags);

// For a reader, which has no part in a transaction.
struct Waiting {
  std::vector<FeedbackRow> answers;  // each once, also when it waits under two keys
  std::uint64_t unopened = 0;        // that only another hub, or another user of this machine, can open
  // That nobody can open any more. Devices may have sent them again: without the key nobody can tell which.
  std::uint64_t lost = 0;
};
// Read it before the table of answers, and leave out what is there too: an answer may go there meanwhile.
[[nodiscard]] Result<Waiting> read_waiting(Sql& sql, const MixingKeyFile& file);

}  // namespace tertulia::hub
