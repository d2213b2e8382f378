// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/choice_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "firmware/formats/expressions/values.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

ChoiceTable::ChoiceTable(std::string name, std::vector<std::string> columns)
    : name_(std::move(name)), columns_(std::move(columns)) {
  if (columns_.empty()) columns_.emplace_back("name");
}

Outcome ChoiceTable::add_row(const std::vector<std::string_view>& cells) {
  if (rows() >= kMostRows) return Error{"The list " + in_quotes(name_) + " has more than a million entries."};
  std::size_t bytes = texts_.size();
  for (const std::string_view cell : cells) bytes += cell.size();
  if (bytes > kMostBytes) return Error{"The list " + in_quotes(name_) + " has more than 256 MB of text."};
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (column < cells.size()) texts_ += cells[column];
    ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
  }
  text_order_.clear();
  number_order_.clear();
  return Done{};
}

std::optional<std::size_t> ChoiceTable::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::string_view ChoiceTable::cell(RowNumber row, std::size_t column) const {
  const std::size_t at = row * columns_.size() + column;
  return std::string_view(texts_).substr(ends_[at], ends_[at + 1] - ends_[at]);
}

double ChoiceTable::number(RowNumber row, std::size_t column) const { return number_of(cell(row, column)); }

const std::vector<RowNumber>& ChoiceTable::by_text(std::size_t column) const {
  const auto found = text_order_.find(column);
  if (found != text_order_.end()) return found->second;
  std::vector<RowNumber> order(rows());
  std::iota(order.begin(), order.end(), RowNumber(0));
  std::stable_sort(order.begin(), order.end(),
                   [&](RowNumber a, RowNumber b) { return cell(a, column) < cell(b, column); });
  return text_order_[column] = std::move(order);
}

const std::vector<RowNumber>& ChoiceTable::by_number(std::size_t column) const {
  const auto found = number_order_.find(column);
  if (found != number_order_.end()) return found->second;
  std::vector<std::pair<double, RowNumber>> numbers;
  for (RowNumber row = 0; row < rows(); ++row)
    if (const double value = number(row, column); !std::isnan(value)) numbers.emplace_back(value, row);
  std::sort(numbers.begin(), numbers.end());
  std::vector<RowNumber> order;
  order.reserve(numbers.size());
  for (const auto& [value, row] : numbers) order.push_back(row);
  return number_order_[column] = std::move(order);
}

void ChoiceTable::index(std::size_t column) const {
  (void)by_text(column);
  (void)by_number(column);
}

std::vector<RowNumber> ChoiceTable::rows_where(std::size_t column, std::string_view text) const {
  const std::vector<RowNumber>& order = by_text(column);
  const auto first = std::partition_point(order.begin(), order.end(),
                                          [&](RowNumber row) { return cell(row, column) < text; });
  const auto last =
      std::partition_point(first, order.end(), [&](RowNumber row) { return cell(row, column) == text; });
  return {first, last};
}

std::vector<RowNumber> ChoiceTable::rows_where(std::size_t column, double wanted) const {
  if (std::isnan(wanted)) return {};
  const std::vector<RowNumber>& order = by_number(column);
  const auto first = std::partition_point(order.begin(), order.end(),
                                          [&](RowNumber row) { return number(row, column) < wanted; });
  const auto last =
      std::partition_point(first, order.end(), [&](RowNumber row) { return number(row, column) == wanted; });
  return {first, last};
}

}  // namespace tertulia::formats
