// SPDX-License-Identifier: Apache-2.0
// What the keeper has taken out of its mailbox and not carried out yet, and what comes next of it. On a slow
// card each request may take seconds, so the order decides how long somebody waits at the glass.
//
// - What somebody waits for comes first: a submission that closes, a contact, that a person has left.
// - Drafts and everything else take turns. Of a submission only the newest draft is left, and none once it
//   closes: the later letter holds all of the earlier one.
//
// So between "Send" and the thank-you lie the request that is under way and the closing itself. Keeper thread
// only.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "firmware/app/state/messages.h"

namespace tertulia {

class Backlog {
 public:
  void add(std::vector<ToKeeper> letters);
  // None: it is empty.
  [[nodiscard]] std::optional<ToKeeper> next();
  [[nodiscard]] std::size_t size() const { return awaited_.size() + drafts_.size() + others_.size(); }

 private:
  void take_in(ToKeeper letter);

  std::deque<ToKeeper> awaited_;
  std::deque<to_keeper::SaveDraft> drafts_;  // one of each submission
  std::deque<ToKeeper> others_;
  bool was_draft_ = false;  // the last one that nobody waits for
};

}  // namespace tertulia
