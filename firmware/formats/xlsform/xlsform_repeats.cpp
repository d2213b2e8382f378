// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>

#include "firmware/domain/limits.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsform_logic.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostUncounted = 20;  // that a visitor adds one by one
constexpr std::size_t kMostCounted = 100;   // as an answer says
constexpr std::size_t kMostWritten = 1000;  // as a number in the form says
constexpr std::size_t kFewRepetitions = 5;  // so many may take room from texts

std::size_t wanted_of(const std::string& count) {
  if (count.empty()) return kMostUncounted;
  const auto number = whole_number(count);
  if (!number) return kMostCounted;
  return static_cast<std::size_t>(std::clamp<long long>(*number, 1, kMostWritten));
}

bool has_room(const Questionnaire& form, std::size_t bytes_of_text) {
  return size_without_texts(form) <= kLargestAnswer &&
         (count_texts(form) == 0 || room_for_text(form) >= bytes_of_text);
}

// The most of all that leaves so much room for a text, between `least` and `most`.
std::size_t most_with(Questionnaire& form, const std::vector<std::size_t>& wanted, std::size_t least,
                      std::size_t most, std::size_t bytes_of_text) {
  while (least < most) {
    const std::size_t tried = (least + most + 1) / 2;
    for (std::size_t at = 0; at < wanted.size(); ++at) form.repeats[at].at_most = std::min(wanted[at], tried);
    if (has_room(form, bytes_of_text))
      least = tried;
    else
      most = tried - 1;
  }
  return least;
}

}  // namespace

void bound_repeats(const SurveySource& source, const SurveyReading& survey, Questionnaire& form) {
  if (form.repeats.empty()) return;
  std::map<std::string_view, std::size_t> places;
  for (std::size_t at = 0; at < survey.binds.size(); ++at) places.emplace(survey.binds[at].path, at);
  std::vector<std::size_t> wanted;
  for (const Repeat& repeat : form.repeats)
    wanted.push_back(wanted_of(survey.binds[places.at(repeat.path)].repeat_count));
  std::size_t most = most_with(form, wanted, kFewRepetitions, kMostWritten, kAmpleTextBytes);
  if (most == kFewRepetitions) most = most_with(form, wanted, 1, kFewRepetitions, kLeastTextBytes);
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    form.repeats[at].at_most = std::min(wanted[at], most);
    if (wanted[at] > most)
      source.context.findings->guessed(
          source.sheet.place(*survey.rows[places.at(form.repeats[at].path)], "type"),
          "This is asked at most " + counted(most, "time") +
              ": the answers to more of it do not fit into one message to the hub.");
  }
}

}  // namespace tertulia::formats
