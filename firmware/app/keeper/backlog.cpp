// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/keeper/backlog.h"

#include <utility>
#include <variant>

namespace tertulia {
namespace {

template <class T>
T taken_from(std::deque<T>& letters) {
  T first = std::move(letters.front());
  letters.pop_front();
  return first;
}

}  // namespace

void Backlog::add(std::vector<ToKeeper> letters) {
  for (ToKeeper& letter : letters) take_in(std::move(letter));
}

void Backlog::take_in(ToKeeper letter) {
  const auto drop_drafts_of = [this](const SubmissionId& id) {
    std::erase_if(drafts_, [&id](const to_keeper::SaveDraft& draft) { return draft.submission.id == id; });
  };
  if (auto* draft = std::get_if<to_keeper::SaveDraft>(&letter)) {
    drop_drafts_of(draft->submission.id);
    drafts_.push_back(std::move(*draft));
    return;
  }
  const auto* close = std::get_if<to_keeper::CloseSubmission>(&letter);
  if (close) drop_drafts_of(close->submission.id);
  const bool is_awaited = close || std::holds_alternative<to_keeper::Thanked>(letter) ||
                          std::holds_alternative<to_keeper::KeepContact>(letter);
  (is_awaited ? awaited_ : others_).push_back(std::move(letter));
}

std::optional<ToKeeper> Backlog::next() {
  if (!awaited_.empty()) return taken_from(awaited_);
  if (drafts_.empty() && others_.empty()) return std::nullopt;
  was_draft_ = others_.empty() || (!drafts_.empty() && !was_draft_);
  if (was_draft_) return ToKeeper{taken_from(drafts_)};
  return taken_from(others_);
}

}  // namespace tertulia
