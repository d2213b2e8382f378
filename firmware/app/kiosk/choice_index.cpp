// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/choice_index.h"

#include "firmware/domain/searchable.h"

namespace tertulia {

void ChoiceIndex::add(std::size_t position, std::string_view label) {
  labels_ += searchable(label);
  labels_ += '\n';
  ends_.push_back(static_cast<std::uint32_t>(labels_.size()));
  positions_.push_back(static_cast<std::uint32_t>(position));
}

std::vector<std::uint32_t> ChoiceIndex::find(std::string_view text) const {
  const std::string wanted = searchable(text);
  if (wanted.empty()) return positions_;
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> inside;
  std::size_t last_inside = positions_.size();
  std::size_t at = 0;
  for (auto hit = labels_.find(wanted); hit != std::string::npos;) {
    while (ends_[at] <= hit) ++at;
    const bool begins_word = hit == 0 || labels_[hit - 1] == ' ' || labels_[hit - 1] == '\n';
    if (begins_word) {
      if (last_inside == at) inside.pop_back();
      first.push_back(positions_[at]);
    } else if (last_inside != at) {
      inside.push_back(positions_[at]);
      last_inside = at;
    }
    hit = labels_.find(wanted, begins_word ? ends_[at] : hit + 1);
  }
  first.insert(first.end(), inside.begin(), inside.end());
  return first;
}

}  // namespace tertulia
