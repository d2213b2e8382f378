// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/places.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tertulia::formats {
namespace {

std::uint64_t people_in(const std::map<Language, std::uint64_t>& languages) {
  std::uint64_t people = 0;
  for (const auto& [language, count] : languages) people += count;
  return people;
}

// The parts of at least k people. What is withheld is at least k people too, so the next smallest parts join
// it until it is: fewer would be those whom everybody saw to be missing among the others.
template <class Part>
std::set<Part> told_of(std::vector<std::pair<Part, std::uint64_t>> parts, numbers::Threshold threshold) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& one, const auto& other) { return one.second < other.second; });
  std::set<Part> told;
  std::uint64_t withheld = 0;
  for (const auto& [part, people] : parts)
    if (people < threshold.k() || (withheld > 0 && withheld < threshold.k()))
      withheld += people;
    else
      told.insert(part);
  return told;
}

}  // namespace

Places::Place Places::key_of(const StoredSubmission& stored) {
  return {stored.submission.session, stored.submission.room, stored.label};
}

void Places::count(const StoredSubmission& stored) { ++counted_[key_of(stored)][stored.submission.language]; }

void Places::decide() {
  std::vector<std::pair<Place, std::uint64_t>> places;
  for (const auto& [place, languages] : counted_) places.emplace_back(place, people_in(languages));
  told_ = told_of(std::move(places), threshold_);
  std::map<Place, Languages> shown;
  for (const auto& [place, languages] : counted_)
    for (const auto& [language, people] : languages)
      shown[told_.contains(place) ? place : Place()][language] += people;
  for (const auto& [place, languages] : shown) {
    std::vector<std::pair<Language, std::uint64_t>> parts(languages.begin(), languages.end());
    for (const Language& language : told_of(std::move(parts), threshold_))
      told_languages_.emplace(place, language);
  }
}

ExportedPlace Places::place_of(const StoredSubmission& stored) const {
  const Submission& submission = stored.submission;
  const Place place = key_of(stored);
  const bool is_told = told_.contains(place);
  const bool is_language_told = told_languages_.contains({is_told ? place : Place(), submission.language});
  ExportedPlace said{kWithheld, kWithheld, kWithheld, kWithheld};
  if (is_told) said = {submission.session, submission.room, to_rfc3339(stored.label), kWithheld};
  if (is_language_told) said.language = submission.language;
  return said;
}

}  // namespace tertulia::formats
