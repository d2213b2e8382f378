// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/answer_table.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/answers_export/answer_name.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kRootPath = "/data/";
constexpr std::string_view kCalculateType = "calculate";

// "group/age" of "/data/group/age".
std::string short_path(std::string_view path) {
  if (path.starts_with(kRootPath)) path.remove_prefix(kRootPath.size());
  return std::string(path);
}

}  // namespace

bool AnswerColumn::can_be_split() const {
  return shape == AnswerShape::kList && type != "rank" && choices.size() <= AnswerTable::kMostSplit;
}

// What a version asks or makes.
struct AnswerTable::Item {
  std::string_view name;
  std::string path;
  std::string_view type;
  AnswerShape shape;
  std::size_t sheet;
  const Question* question;
};

AnswerTable::AnswerTable(std::vector<const Questionnaire*> versions)
    : versions_(std::move(versions)), names_(versions_.size()) {
  headers_.front().insert(kSubmissionColumns.begin(), kSubmissionColumns.end());
  headers_.front().insert(kSubmissionNames.begin(), kSubmissionNames.end());
  for (std::size_t version = versions_.size(); version-- > 0;)
    for (const Repeat& repeat : versions_[version]->repeats)
      sheet_around(*versions_[version], repeat.path + '/');  // a column may not be called like a repeat
  for (std::size_t version = versions_.size(); version-- > 0;) add_version(version);
}

std::size_t AnswerTable::sheet_around(const Questionnaire& form, std::string_view path) {
  std::size_t sheet = 0;
  for (const Repeat& repeat : form.repeats) {  // outer ones come first
    if (!path.starts_with(repeat.path + '/')) continue;
    const std::string own = short_path(repeat.path);
    const auto found = std::find_if(sheets_.begin(), sheets_.end(),
                                    [&](const AnswerSheet& each) { return each.path == own; });
    if (found == sheets_.end()) {
      headers_[sheet].insert(own);
      sheets_.push_back({own, sheet, sheets_[sheet].depth + 1, {}});
      headers_.emplace_back(kRepetitionColumns.begin(), kRepetitionColumns.end());
      sheet = sheets_.size() - 1;
    } else {
      sheet = static_cast<std::size_t>(found - sheets_.begin());
    }
  }
  return sheet;
}

std::vector<AnswerTable::Item> AnswerTable::items_of(std::size_t version) {
  const Questionnaire& form = *versions_[version];
  std::vector<Item> items;
  const auto add = [&](const std::string& name, const std::string& path, std::string_view type,
                       AnswerShape shape, const Question* question) {
    items.push_back(
        {name, path.empty() ? name : short_path(path), type, shape, sheet_around(form, path), question});
  };
  for (const Page& page : form.pages)
    for (const Question& question : page.questions)
      add(question.name, question.path, type_of(question.kind), shape_of(question.kind), &question);
  for (const Calculated& value : form.calculated)
    add(value.name, value.path, kCalculateType, AnswerShape::kTextOrNumber, nullptr);
  std::map<std::string, std::size_t, std::less<>> places;  // in the form
  for (std::size_t at = 0; at < form.binds.size(); ++at) places.emplace(short_path(form.binds[at].path), at);
  const auto place = [&](const Item& item) {
    const auto found = places.find(item.path);
    return found == places.end() ? places.size() : found->second;
  };
  std::stable_sort(items.begin(), items.end(),
                   [&](const Item& one, const Item& other) { return place(one) < place(other); });
  return items;
}

std::size_t AnswerTable::add_column(AnswerColumn column) {
  auto& headers = headers_[column.sheet];
  column.header = column.path;
  if (!headers.insert(column.header).second) {
    column.header += " (" + column.type + ")";
    for (int number = 2; !headers.insert(column.header).second; ++number)
      column.header = column.path + " (" + column.type + " " + std::to_string(number) + ")";
  }
  auto& names = choice_names_.emplace_back();
  for (const Choice& choice : column.choices) names.insert(choice.name);
  columns_.push_back(std::move(column));
  return columns_.size() - 1;
}

std::size_t AnswerTable::column_of(const Item& item, std::size_t version) {
  const std::pair key{sheets_[item.sheet].path + '\n' + item.path, std::string(item.type)};
  const auto [known, is_new] = known_.emplace(key, columns_.size());
  if (is_new) {
    AnswerColumn column{item.path, {}, std::string(item.type), item.shape, item.sheet, item.question};
    add_column(std::move(column));
  }
  AnswerColumn& column = columns_[known->second];
  column.versions.push_back(version);
  if (const auto* choices = item.question ? choices_of(item.question->kind) : nullptr)
    for (const Choice& choice : *choices)
      if (choice_names_[known->second].insert(choice.name).second) column.choices.push_back(choice);
  return known->second;
}

// The columns that only this version has stand behind the one that comes before them in it.
void AnswerTable::add_version(std::size_t version) {
  constexpr auto kFirst = static_cast<std::size_t>(-1);
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>>
      added;                                  // by sheet and column before
  std::map<std::size_t, std::size_t> before;  // by sheet
  for (const Item& item : items_of(version)) {
    const std::size_t count = columns_.size();
    const std::size_t column = column_of(item, version);
    names_[version][std::string(item.name)].push_back(column);
    auto& all = all_names_[std::string(item.name)];
    if (std::find(all.begin(), all.end(), column) == all.end()) all.push_back(column);
    auto& last = before.try_emplace(item.sheet, kFirst).first->second;
    if (column < count)
      last = column;
    else
      added[{item.sheet, last}].push_back(column);
  }
  for (std::size_t sheet = 0; sheet < sheets_.size(); ++sheet) {
    std::vector<std::size_t> merged = added[{sheet, kFirst}];
    for (const std::size_t column : sheets_[sheet].columns) {
      merged.push_back(column);
      const auto& behind = added[{sheet, column}];
      merged.insert(merged.end(), behind.begin(), behind.end());
    }
    sheets_[sheet].columns = std::move(merged);
  }
}

std::optional<std::size_t> AnswerTable::version_of(const Submission& submission) const {
  for (std::size_t version = versions_.size(); version-- > 0;)
    if (versions_[version]->hash == submission.form_hash) return version;
  return std::nullopt;
}

std::optional<AnswerPlace> AnswerTable::known_place(const Names& names, const std::string& name,
                                                    const AnswerValue& answer) const {
  auto parsed = parse_answer_name(name);
  const auto found = parsed ? names.find(parsed->question) : names.end();
  if (found == names.end()) return std::nullopt;
  for (const std::size_t column : found->second)
    if (takes(columns_[column].shape, answer) &&
        sheets_[columns_[column].sheet].depth == parsed->repetitions.size())
      return AnswerPlace{column, std::move(parsed->repetitions)};
  return std::nullopt;
}

std::optional<AnswerPlace> AnswerTable::place_of(std::optional<std::size_t> version, const std::string& name,
                                                 const AnswerValue& answer) const {
  if (auto place = known_place(version ? names_[*version] : all_names_, name, answer)) return place;
  const auto unknown = unknown_.find({name, shape_of(answer)});
  if (unknown == unknown_.end()) return std::nullopt;
  return AnswerPlace{unknown->second, {}};
}

void AnswerTable::see(const Submission& submission) {
  const auto version = version_of(submission);
  for (const auto& [name, answer] : submission.answers) {
    if (std::holds_alternative<std::monostate>(answer)) continue;
    const auto place = place_of(version, name, answer);
    const std::size_t column = place ? place->column : columns_.size();
    if (!place) {
      const AnswerShape shape = shape_of(answer);
      add_column({name, {}, std::string(name_of(shape)), shape});
      unknown_.emplace(std::pair(name, shape), column);
      sheets_.front().columns.push_back(column);
    }
    see_choices(column, answer);
  }
}

void AnswerTable::see_choices(std::size_t column, const AnswerValue& answer) {
  const auto* names = std::get_if<std::vector<std::string>>(&answer);
  if (names == nullptr) return;
  for (const std::string& name : *names)
    if (columns_[column].choices.size() <= kMostSplit && choice_names_[column].insert(name).second)
      columns_[column].choices.push_back({name, {}});
}

}  // namespace tertulia::formats
