// SPDX-License-Identifier: Apache-2.0
// Takes answers in so that the database never tells which device gave one, and when: neither its file nor its
// write-ahead log, copied as often as somebody likes. Reasons: decision 122.
//
// The marks of a device are stored at once, its answers too; but an answer waits under a seal (waiting.h),
// until several that look alike are moved into the table of answers by one transaction, in the order of their
// random ids (mixing_rule.h). Then the key goes. Answers of which enough come at once need not wait.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "hub/arrival/arrival.h"
#include "hub/store/mixing_key_file.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

// Whence answers come.
enum class Source {
  kBroker,
  kFile,  // which holds them beside their device: here there is nothing to hide, and nobody comes back to mix
  // The same, and no device has signed it. Its rows are new or left out: they take the place of none, mark no
  // numbers as received, owe no receipt, never reach the quarantine, and give way to what a device says.
  kUnsignedFile,
};

enum class Taken {
  kNew,
  kHeld,   // with the same content
  kOther,  // another answer stands under its id; this one is stored nowhere
};
struct TakenAnswers {
  std::vector<Taken> each;
  std::size_t waiting = 0;  // so many of the new ones wait
};

// Inside a transaction of the caller. The answers are in the order of their ids; of several with one id the
// first one stands. Errors: the database; the file of the keys.
[[nodiscard]] Result<TakenAnswers> take_answers(Sql& sql, const MixingKeyFile& file,
                                                std::span<const arrival::Feedback* const> answers,
                                                WallTime now, Source source);

enum class MixWhich {
  kRipe,
  kAll,  // for a database that is to be archived or moved
};
struct Mixed {
  std::size_t moved = 0;
  // The key to so many is gone: the hub has a new epoch, and devices send again what they still hold.
  std::size_t lost = 0;
  std::size_t others = 0;  // came at another hub too, with other content: the one that was first stands
  bool is_more = false;    // call it again soon: it moves a bounded number at a time
};
// In transactions of its own. Does nothing where nothing waits.
[[nodiscard]] Result<Mixed> mix(Sql& sql, const MixingKeyFile& file, WallTime now, MixWhich which);
// What a person has to know of it. `path`: of the keys.
[[nodiscard]] std::vector<std::string> told_of(const Mixed& mixed, const std::string& path);

}  // namespace tertulia::hub
