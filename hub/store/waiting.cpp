// SPDX-License-Identifier: Apache-2.0
#include "hub/store/waiting.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "firmware/domain/digest.h"

namespace tertulia::hub {
namespace {

constexpr char kForm = 1;  // of what is sealed
constexpr std::size_t kGiverDigits = 8;
constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kRowFields = 10;
constexpr std::size_t kFields = kRowFields + 2;  // and the giver, and the time of arrival
// Nearly every answer is of the first class.
constexpr std::array<std::size_t, 3> kSizes = {2048, 8192, 32768};
constexpr int kLooks = 3;

std::size_t class_of(std::size_t bytes) {
  const auto* const found =
      std::find_if(kSizes.begin(), kSizes.end(), [&](auto size) { return bytes <= size; });
  if (found != kSizes.end()) return *found;
  return (bytes + kSizes.back() - 1) / kSizes.back() * kSizes.back();
}

std::array<std::string*, kRowFields> texts_of(FeedbackRow& row) {
  return {&row.id,        &row.programme, &row.room,  &row.session, &row.form,
          &row.form_hash, &row.language,  &row.state, &row.answers, &row.time};
}
std::array<const std::string*, kRowFields> texts_of(const FeedbackRow& row) {
  return {&row.id,        &row.programme, &row.room,  &row.session, &row.form,
          &row.form_hash, &row.language,  &row.state, &row.answers, &row.time};
}

std::string text_of(WallTime time) { return std::to_string(time.time_since_epoch().count()); }

std::size_t packed_size(const FeedbackRow& row, WallTime arrived) {
  std::size_t size = 1 + kFields * kLengthBytes + kGiverDigits + text_of(arrived).size();
  for (const std::string* text : texts_of(row)) size += text->size();
  return size;
}

std::string device_of(const arrival::Feedback& feedback) {
  return feedback.at.origin.programme + "/" + feedback.at.origin.device;
}

std::string crowd_of(const FeedbackRow& row, WallTime arrived) {
  return row.programme + "\n" + row.room + "\n" + row.session + "\n" + row.time + "\n" +
         std::to_string(class_of(packed_size(row, arrived)));
}

void append_field(std::string& packed, std::string_view text) {
  for (std::size_t i = 0; i < kLengthBytes; ++i) packed += static_cast<char>((text.size() >> (8 * i)) & 0xFF);
  packed += text;
}

// Takes the next field from the front.
Result<std::string> next_field(std::string_view& rest) {
  if (rest.size() < kLengthBytes) return Error{"it is cut short"};
  std::size_t size = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    size |= static_cast<std::size_t>(static_cast<unsigned char>(rest[i])) << (8 * i);
  rest.remove_prefix(kLengthBytes);
  if (rest.size() < size) return Error{"it is cut short"};
  std::string text(rest.substr(0, size));
  rest.remove_prefix(size);
  return text;
}

SealedRow sealed_from(const SqlRow& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.number(4) != 0};
}

Result<std::vector<SealedRow>> all_rows(Sql& sql) {
  std::vector<SealedRow> rows;
  TRY_DONE(each_waiting(sql, [&](const SealedRow& row) {
    rows.push_back(row);
    return Done{};
  }));
  return rows;
}

}  // namespace

WaitingAnswer waiting_from(const arrival::Feedback& feedback, WallTime now) {
  return {feedback.row, sha256_hex(device_of(feedback)).substr(0, kGiverDigits), now};
}

Waiter waiter_of(const WaitingAnswer& answer) {
  return {crowd_of(answer.row, answer.arrived), answer.giver, answer.arrived};
}

Waiter waiter_of(const arrival::Feedback& feedback, WallTime now) {
  return {crowd_of(feedback.row, now), device_of(feedback), now};
}

std::string packed(const WaitingAnswer& answer) {
  const std::size_t size = class_of(packed_size(answer.row, answer.arrived));
  std::string text;
  text.reserve(size);
  text += kForm;
  for (const std::string* each : texts_of(answer.row)) append_field(text, *each);
  append_field(text, answer.giver);
  append_field(text, text_of(answer.arrived));
  text.resize(size, '\0');
  return text;
}

Result<WaitingAnswer> unpacked(std::string_view text) {
  if (text.empty() || text.front() != kForm) return Error{"it is of another version of tertulia-hub"};
  text.remove_prefix(1);
  WaitingAnswer answer;
  for (std::string* each : texts_of(answer.row)) {
    TRY(*each, next_field(text));
  }
  TRY(answer.giver, next_field(text));
  TRY(const std::string arrived, next_field(text));
  WallTime::rep number = 0;
  const auto [end, problem] = std::from_chars(arrived.data(), arrived.data() + arrived.size(), number);
  if (problem != std::errc() || end != arrived.data() + arrived.size()) return Error{"it has no time"};
  answer.arrived = WallTime(WallTime::duration(number));
  return answer;
}

Result<WaitingAnswer> SealedRow::open(const MixingKeys& keys) const {
  const auto plain = keys.open(key_name, sealed);
  if (!plain) return Error{"no key here opens it"};
  return unpacked(*plain);
}

Outcome add_waiting(Sql& sql, const MixingKeyFile& file, MixingKeys& keys,
                    const std::vector<WaitingAnswer>& answers) {
  if (answers.empty()) return Done{};
  if (keys.empty()) {
    keys.add_random();
    TRY_DONE(write_mixing_keys(file, keys));
  }
  std::vector<std::pair<std::string, std::string>> sealed;  // by tag
  for (const WaitingAnswer& each : answers)
    sealed.emplace_back(keys.tag(each.row.id), keys.seal(packed(each)));
  // In the order of the tags: where a table remembers in which order rows came, it remembers nothing of them.
  std::sort(sealed.begin(), sealed.end());
  Rows rows{"incoming", {"tag", "key_id", "keeper", "sealed"}, 1, {}};
  for (const auto& [tag, text] : sealed) rows.rows.push_back({tag, keys.newest(), file.keeper, text});
  TRY(const auto is_new, sql.add(rows));
  if (std::find(is_new.begin(), is_new.end(), false) != is_new.end())
    return Error{"an answer waits twice in " + sql.name()};
  return Done{};
}

Result<std::map<std::string, FeedbackRow>> find_waiting(Sql& sql, const MixingKeys& keys,
                                                        const std::vector<std::string>& ids) {
  std::map<std::string, FeedbackRow> found;
  std::vector<std::string> tags;
  for (const std::string& id : ids)
    for (std::string& tag : keys.tags(id)) tags.push_back(std::move(tag));
  TRY(const auto rows, rows_of_tags(sql, tags));
  for (const SealedRow& row : rows)
    if (auto answer = row.open(keys); answer.ok())
      found.emplace(answer.value().row.id, std::move(answer.value().row));
  return found;
}

Outcome each_waiting(Sql& sql, const std::function<Outcome(const SealedRow&)>& take) {
  return sql.query("SELECT tag, key_id, keeper, sealed, lost FROM incoming ORDER BY tag", {},
                   [&](const SqlRow& row) { return take(sealed_from(row)); });
}

Result<std::vector<SealedRow>> rows_of_tags(Sql& sql, const std::vector<std::string>& tags) {
  Rows keys{"incoming", {"tag", "key_id", "keeper", "sealed", "lost"}, 1, {}};
  for (const std::string& tag : tags) keys.rows.push_back({tag});
  std::vector<SealedRow> rows;
  TRY_DONE(sql.find(keys, [&](const SqlRow& row) {
    rows.push_back(sealed_from(row));
    return Done{};
  }));
  return rows;
}

Result<Waiting> read_waiting(Sql& sql, const MixingKeyFile& file) {
  Waiting waiting;
  for (int look = 0; look < kLooks; ++look) {
    waiting = {};
    TRY(const auto rows, all_rows(sql));
    if (rows.empty()) return waiting;
    // A file that this user may not read is like the file of another hub.
    TRY(const MixingKeys none, MixingKeys::parse({}));
    const auto keys = read_mixing_keys(file);
    std::set<std::string> ids;
    for (const SealedRow& row : rows) {
      auto answer = row.open(keys.ok() ? keys.value() : none);
      if (!answer.ok())
        ++(row.is_lost ? waiting.lost : waiting.unopened);
      else if (ids.insert(answer.value().row.id).second)
        waiting.answers.push_back(std::move(answer.value().row));
    }
    // A key may have gone between the two readings, with what it had sealed.
    if (waiting.unopened == 0) return waiting;
  }
  return waiting;
}

}  // namespace tertulia::hub
