// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/limits.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "firmware/domain/questionnaire.h"

namespace tertulia {
namespace {

// Names of the members, and the longest room, session and language.
constexpr std::size_t kHead = 1'800;
constexpr std::size_t kQuotes = 2;
constexpr std::size_t kNumber = 24;  // -1.2345678901234567e-308

std::vector<std::size_t> sizes_of(const std::vector<Choice>& choices) {
  std::vector<std::size_t> sizes;
  for (const Choice& choice : choices) sizes.push_back(size_in_json(choice.name) + kQuotes);
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  return sizes;
}

// Of the largest answer to a question.
struct Largest {
  std::size_t operator()(const SelectOne& kind) const {
    const auto sizes = sizes_of(kind.choices);
    return sizes.empty() ? 0 : sizes.front();
  }
  std::size_t operator()(const SelectMultiple& kind) const {
    auto sizes = sizes_of(kind.choices);
    if (kind.at_most) sizes.resize(std::min(sizes.size(), static_cast<std::size_t>(*kind.at_most)));
    std::size_t size = 2;
    for (const std::size_t each : sizes) size += each + 1;
    return size;
  }
  std::size_t operator()(const Text&) const { return kQuotes; }
  std::size_t operator()(const Integer&) const { return kNumber; }
  std::size_t operator()(const Range&) const { return kNumber; }
  std::size_t operator()(const Note&) const { return 0; }
  std::size_t operator()(const Date&) const { return 12; }
  std::size_t operator()(const TimeOfDay&) const { return 7; }
  std::size_t operator()(const Decimal&) const { return kNumber; }
  std::size_t operator()(const Ranking& kind) const { return (*this)(SelectMultiple{kind.choices, {}}); }
  std::size_t operator()(const Acknowledge&) const { return kQuotes + kAcknowledged.size(); }
};

// What a text takes besides its letters while the importer hands it on: measured, so that what kMostFormBytes
// allows fits into the importer's 256 MiB of memory.
constexpr std::size_t kAroundText = 40;
constexpr std::size_t kAroundChoice = 24;

std::size_t bytes_of(const LocalizedText& text) {
  std::size_t bytes = 0;
  for (const auto& [language, words] : text.all()) bytes += words.size() + kAroundText;
  return bytes;
}

template <class Visit>
void for_each_question(const Questionnaire& form, const Visit& visit) {
  for (const Page& page : form.pages)
    for (const Question& question : page.questions) visit(question);
}

}  // namespace

std::size_t size_in_json(std::string_view text) {
  std::size_t size = 0;
  for (const char c : text) {
    const bool has_short_escape = c == '"' || c == '\\' || (c >= '\b' && c <= '\r' && c != '\v');
    const bool is_control = static_cast<unsigned char>(c) < 0x20;
    size += has_short_escape ? 2 : is_control ? 6 : 1;
  }
  return size;
}

std::size_t size_without_texts(const Questionnaire& form) {
  std::size_t size = kHead + form.hash.size() + size_in_json(form.id);
  for_each_question(form, [&](const Question& question) {
    if (asks(question.kind)) size += size_in_json(question.name) + 4 + std::visit(Largest{}, question.kind);
  });
  return size;
}

std::size_t bytes_of_texts(const Questionnaire& form) {
  std::size_t bytes = 0;
  for_each_question(form, [&](const Question& question) {
    bytes += question.name.size() + bytes_of(question.label) + bytes_of(question.hint);
    if (const auto* choices = choices_of(question.kind))
      for (const Choice& choice : *choices)
        bytes += choice.name.size() + bytes_of(choice.label) + kAroundChoice;
  });
  return bytes;
}

std::size_t count_texts(const Questionnaire& form) {
  std::size_t texts = 0;
  for_each_question(form, [&](const Question& question) {
    if (std::holds_alternative<Text>(question.kind)) ++texts;
  });
  return texts;
}

std::size_t room_for_text(const Questionnaire& form) {
  const std::size_t texts = count_texts(form);
  const std::size_t taken = size_without_texts(form);
  if (texts == 0) return kMostTextBytes;
  if (taken >= kLargestAnswer) return 0;
  return std::min(kMostTextBytes, (kLargestAnswer - taken) / texts);
}

}  // namespace tertulia
