// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/limits.h"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "firmware/domain/form_parts.h"

namespace tertulia {
namespace {

// Names of the members, and the longest room, session and language.
constexpr std::size_t kHead = 1'800;
constexpr std::size_t kQuotes = 2;
constexpr std::size_t kNumber = 24;  // -1.2345678901234567e-308

std::vector<std::size_t> sizes_of(const std::vector<Choice>& choices) {
  std::vector<std::size_t> sizes;
  for (const Choice& choice : choices) sizes.push_back(size_in_json(choice.name) + kQuotes);
  return sizes;
}

// Of the largest answer to a question.
struct Largest {
  std::size_t operator()(const SelectOne& kind) const {
    const auto sizes = sizes_of(kind.choices);
    return sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
  }
  std::size_t operator()(const SelectMultiple& kind) const {
    auto sizes = sizes_of(kind.choices);
    if (kind.at_most && static_cast<std::size_t>(*kind.at_most) < sizes.size()) {
      const auto end = sizes.begin() + *kind.at_most;
      std::nth_element(sizes.begin(), end, sizes.end(), std::greater<>());
      sizes.erase(end, sizes.end());
    }
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
  std::size_t operator()(const DateTime&) const { return 18; }
  std::size_t operator()(const Decimal&) const { return kNumber; }
  std::size_t operator()(const Ranking& kind) const { return (*this)(SelectMultiple{kind.choices, {}}); }
  std::size_t operator()(const Acknowledge&) const { return kQuotes + kAcknowledged.size(); }
};

// What a text takes besides its letters while the importer hands it on: measured, so that what kMostFormBytes
// allows fits into the importer's memory (import_limits in packs.cpp).
constexpr std::size_t kAroundText = 40;
constexpr std::size_t kAroundChoice = 24;

std::size_t bytes_of(const LocalizedText& text) {
  std::size_t bytes = 0;
  for (const auto& [language, words] : text.all()) bytes += words.size() + kAroundText;
  return bytes;
}

std::size_t bytes_of(const std::vector<std::string>& cells) {
  std::size_t bytes = 0;
  for (const std::string& cell : cells) bytes += cell.size() + kAroundChoice;
  return bytes;
}

std::size_t bytes_of(const Question& question) {
  std::size_t bytes = question.name.size() + question.path.size() + bytes_of(question.picture);
  for (const QuestionText& each : kQuestionTexts) bytes += bytes_of(question.*each.text);
  if (const auto* choices = choices_of(question.kind))
    for (const Choice& choice : *choices)
      bytes += choice.name.size() + bytes_of(choice.label) + bytes_of(choice.picture) + kAroundChoice;
  return bytes;
}

// How often something is there at most, and within how many repeats.
struct Repeated {
  std::size_t times = 1;
  std::size_t depth = 0;
};

class Repetitions {
 public:
  explicit Repetitions(const Questionnaire& form) {
    for (const Repeat& repeat : form.repeats) at_most_.emplace(repeat.path, repeat.at_most);
  }

  // Of a repeat, or of what lies in one.
  [[nodiscard]] Repeated of(std::string_view path) const {
    constexpr std::size_t kEnough = 1'000'000;  // no message has room for so many
    Repeated result;
    while (!at_most_.empty() && !path.empty()) {
      if (const auto found = at_most_.find(path); found != at_most_.end()) {
        result.times = std::min(result.times * found->second, kEnough);
        ++result.depth;
      }
      path = path.substr(0, std::min(path.rfind('/'), path.size() - 1));
    }
    return result;
  }

 private:
  std::map<std::string_view, std::size_t> at_most_;  // by path
};

// "name": , and in repeats "name[12][3]": .
std::size_t size_of_name(std::string_view name, const Repeated& repeated) {
  constexpr std::size_t kNumberOfRepetition = 6;  // [1000]
  return size_in_json(name) + 4 + kNumberOfRepetition * repeated.depth;
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
  const Repetitions repetitions(form);
  for (const Page& page : form.pages) {
    const Repeated times = repetitions.of(page.repeat);
    for (const Question& question : page.questions)
      if (asks(question.kind))
        size += times.times * (size_of_name(question.name, times) + std::visit(Largest{}, question.kind));
  }
  for (const Calculated& value : form.calculated) {
    const Repeated times = repetitions.of(value.path);
    size += times.times * (size_of_name(value.name, times) + kLeastCalculatedBytes);
  }
  return size;
}

std::size_t bytes_of_texts(const Questionnaire& form) {
  std::size_t bytes = form.id.size() + form.version.size() + bytes_of(form.title);
  for (const Page& page : form.pages) {
    bytes += page.repeat.size() + bytes_of(page.title);
    for (const Question& question : page.questions) bytes += bytes_of(question);
  }
  for (const Repeat& repeat : form.repeats) bytes += repeat.path.size() + bytes_of(repeat.title);
  for (const Calculated& value : form.calculated) bytes += value.name.size() + value.path.size();
  for (const FormPicture& picture : form.pictures) bytes += picture.name.size();
  for (const Bind& bind : form.binds) {
    bytes += bind.path.size() + bind.choice_list.size();
    for (const auto expression : kExpressionsOfBind) bytes += (bind.*expression).size();
  }
  for (const FormTable& table : form.tables) {
    bytes += table.name.size() + bytes_of(table.columns);
    for (const auto& row : table.rows) bytes += bytes_of(row);
  }
  return bytes;
}

std::size_t bytes_of_pictures(const Questionnaire& form) {
  std::size_t bytes = 0;
  for (const FormPicture& each : form.pictures) bytes += each.picture.bytes().size();
  return bytes;
}

std::size_t count_texts(const Questionnaire& form) {
  std::size_t texts = 0;
  const Repetitions repetitions(form);
  for (const Page& page : form.pages) {
    const auto here =
        std::count_if(page.questions.begin(), page.questions.end(),
                      [](const Question& question) { return std::holds_alternative<Text>(question.kind); });
    if (here > 0) texts += static_cast<std::size_t>(here) * repetitions.of(page.repeat).times;
  }
  return texts;
}

std::size_t room_for_calculated(const Questionnaire& form) {
  const Repetitions repetitions(form);
  std::size_t values = 0;
  for (const Calculated& value : form.calculated) values += repetitions.of(value.path).times;
  const std::size_t taken = size_without_texts(form) + count_texts(form) * room_for_text(form);
  if (values == 0 || taken >= kLargestAnswer) return kLeastCalculatedBytes;
  return std::min(kMostTextBytes, kLeastCalculatedBytes + (kLargestAnswer - taken) / values);
}

std::size_t room_for_text(const Questionnaire& form) {
  const std::size_t texts = count_texts(form);
  const std::size_t taken = size_without_texts(form);
  if (texts == 0) return kMostTextBytes;
  if (taken >= kLargestAnswer) return 0;
  return std::min(kMostTextBytes, (kLargestAnswer - taken) / texts);
}

}  // namespace tertulia
