// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/account.h"

#include <algorithm>
#include <iomanip>
#include <map>
#include <sstream>

namespace tertulia::robot {
namespace {

// How often each is there.
std::map<std::string, std::size_t> counted(const std::vector<std::string>& answers) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& answer : answers) ++counts[answer];
  return counts;
}

std::set<std::string> unique(const std::vector<std::string>& ids) { return {ids.begin(), ids.end()}; }

}  // namespace

Verdict judge(const Ledger& ledger, const HubHolds& hub) {
  const auto thanked = counted(ledger.thanked());
  const auto undecided = counted(ledger.undecided());
  const auto held = counted(hub.answers);
  const auto count = [](const auto& counts, const std::string& answer) {
    const auto found = counts.find(answer);
    return found == counts.end() ? std::size_t{0} : found->second;
  };
  Verdict verdict;
  for (const auto& [answer, times] : thanked) verdict.lost += times - std::min(times, count(held, answer));
  for (const auto& [answer, times] : held) {
    const std::size_t entered = count(thanked, answer) + count(undecided, answer);
    if (entered == 0)
      verdict.invented += times;
    else
      verdict.doubled += times - std::min(times, entered);
  }
  return verdict;
}

std::string to_text(const Account& account) {
  const Verdict verdict = judge(account.ledger, account.hub);
  std::ostringstream table;
  const auto row = [&](const char* station, std::size_t answers) {
    table << std::left << std::setw(34) << station << std::right << std::setw(8) << answers << '\n';
  };
  row("answers tapped and thanked for", account.ledger.thanked().size());
  row("stored on the device", account.device.stored.size());
  row("published to the broker", account.published.size());
  row("acknowledged by the hub", account.device.acknowledged.size());
  row("in the hub's database", account.hub.ids.size());
  table << '\n';
  row("  lost or altered", verdict.lost);
  row("  doubled", verdict.doubled);
  row("  invented", verdict.invented);
  row("  still waiting on the device", account.device.waiting);
  row("  taps on the kiosk", account.ledger.taps());
  row("  taps of the moderator", static_cast<std::size_t>(account.commands));
  row("  timer events at the hub", account.hub.timer_events);
  return table.str();
}

bool is_settled(const Account& account) {
  const Verdict verdict = judge(account.ledger, account.hub);
  const std::size_t answers = account.ledger.thanked().size();
  const auto& ids = account.device.stored;
  return answers > 0 && ids.size() == answers && account.published == ids &&
         account.device.acknowledged == ids && account.hub.ids.size() == answers &&
         unique(account.hub.ids) == ids && verdict.lost + verdict.doubled + verdict.invented == 0;
}

}  // namespace tertulia::robot
