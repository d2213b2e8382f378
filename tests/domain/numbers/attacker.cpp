// SPDX-License-Identifier: Apache-2.0
#include "tests/domain/numbers/attacker.h"

#include <bit>
#include <unordered_map>

namespace tertulia::numbers {
namespace {

// A world with four bits for each person, of which that of the answer is set. The "or" of several worlds
// holds for each person all possible answers.
using Bits = std::uint64_t;
constexpr std::size_t kBits = 4;

Bits nibble(std::size_t person) { return Bits{0xF} << (kBits * person); }

Bits bits_of(const World& world) {
  Bits bits = 0;
  for (std::size_t person = 0; person < world.size(); ++person)
    bits |= Bits{1} << (kBits * person + world[person]);
  return bits;
}

bool next(World& world, std::size_t choices) {
  for (std::size_t& answer : world) {
    if (++answer < choices) return true;
    answer = 0;
  }
  return false;
}

// All sets of `size` of `people`, as masks of nibbles.
std::vector<Bits> sets(std::size_t people, std::size_t size) {
  std::vector<Bits> found;
  for (std::uint32_t set = 0; set < (1U << people); ++set) {
    if (static_cast<std::size_t>(std::popcount(set)) != size) continue;
    Bits mask = 0;
    for (std::size_t person = 0; person < people; ++person)
      if ((set >> person & 1U) != 0) mask |= nibble(person);
    found.push_back(mask);
  }
  return found;
}

// The choices that tell the same secret, as bits.
std::vector<Bits> alike_in_secret(const Layout& layout) {
  std::vector<Bits> masks(layout.choices, 0);
  for (std::size_t choice = 0; choice < layout.choices; ++choice)
    masks[layout.secrets[choice]] |= Bits{1} << choice;
  return masks;
}

// The person whose secret is certain although the attacker does not know it; layout.people when there is
// none.
std::size_t betrayed(Bits possible, Bits known, const Layout& layout, const std::vector<Bits>& secrets) {
  for (std::size_t person = 0; person < layout.people; ++person) {
    if ((known & nibble(person)) != 0) continue;
    const Bits answers = possible >> (kBits * person) & 0xF;
    for (const Bits secret : secrets)
      if ((answers & ~secret) == 0) return person;
  }
  return layout.people;
}

// How many of each cell the attacker knows to have chosen the first, and the second.
struct Knowledge {
  Cells first;
  Cells second;
};

void list(std::vector<Knowledge>& all, Knowledge& so_far, std::size_t cell, std::size_t left) {
  if (cell == so_far.first.size()) {
    if (left == 0) all.push_back(so_far);
    return;
  }
  for (std::size_t first = 0; first <= left; ++first)
    for (std::size_t second = 0; first + second <= left; ++second) {
      so_far.first[cell] = first;
      so_far.second[cell] = second;
      list(all, so_far, cell + 1, left - first - second);
    }
}

bool fits(const Cells& world, const Cells& sizes, const Knowledge& known) {
  for (std::size_t cell = 0; cell < sizes.size(); ++cell)
    if (world[cell] < known.first[cell] || sizes[cell] - world[cell] < known.second[cell]) return false;
  return true;
}

// The cell in which all others chose the same, in every world that fits; sizes.size() when there is none.
std::size_t betrayed_cell(const std::vector<Cells>& worlds, const Cells& sizes, const Knowledge& known) {
  std::vector<bool> may_be_first(sizes.size(), false);
  std::vector<bool> may_be_second(sizes.size(), false);
  bool fits_any = false;
  for (const Cells& world : worlds) {
    if (!fits(world, sizes, known)) continue;
    fits_any = true;
    for (std::size_t cell = 0; cell < sizes.size(); ++cell) {
      if (world[cell] > known.first[cell]) may_be_first[cell] = true;
      if (sizes[cell] - world[cell] > known.second[cell]) may_be_second[cell] = true;
    }
  }
  for (std::size_t cell = 0; fits_any && cell < sizes.size(); ++cell)
    if (sizes[cell] > known.first[cell] + known.second[cell] && !(may_be_first[cell] && may_be_second[cell]))
      return cell;
  return sizes.size();
}

}  // namespace

Verdict attack(const Layout& layout, std::size_t knows, const Shower& shower) {
  Verdict verdict;
  std::unordered_map<std::string, std::vector<Bits>> alike;  // worlds by what is seen in them
  World world(layout.people, 0);
  do {
    alike[shower(world)].push_back(bits_of(world));
    ++verdict.worlds;
  } while (next(world, layout.choices));
  verdict.looks = alike.size();
  const std::vector<Bits> secrets = alike_in_secret(layout);
  const std::vector<Bits> coalitions = sets(layout.people, knows);
  std::unordered_map<Bits, Bits> possible;  // by what the attacker knows
  for (const auto& [seen, worlds] : alike)
    for (const Bits known : coalitions) {
      possible.clear();
      for (const Bits each : worlds) possible[each & known] |= each;
      for (const auto& [knowledge, answers] : possible) {
        const std::size_t victim = betrayed(answers, known, layout, secrets);
        if (victim == layout.people) continue;
        verdict.is_safe = false;
        verdict.how = "person " + std::to_string(victim) + " after \"" + seen + "\"";
        return verdict;
      }
    }
  return verdict;
}

Verdict attack_cells(const Cells& sizes, std::size_t knows, const CellShower& shower) {
  Verdict verdict;
  std::unordered_map<std::string, std::vector<Cells>> alike;
  Cells world(sizes.size(), 0);
  const auto next_world = [&] {
    for (std::size_t cell = 0; cell < sizes.size(); ++cell) {
      if (++world[cell] <= sizes[cell]) return true;
      world[cell] = 0;
    }
    return false;
  };
  do {
    alike[shower(world)].push_back(world);
    ++verdict.worlds;
  } while (next_world());
  verdict.looks = alike.size();
  std::vector<Knowledge> all;
  Knowledge none{Cells(sizes.size(), 0), Cells(sizes.size(), 0)};
  list(all, none, 0, knows);
  for (const auto& [seen, worlds] : alike)
    for (const Knowledge& known : all) {
      const std::size_t victim = betrayed_cell(worlds, sizes, known);
      if (victim == sizes.size()) continue;
      verdict.is_safe = false;
      verdict.how = "cell " + std::to_string(victim) + " after \"" + seen + "\"";
      return verdict;
    }
  return verdict;
}

std::string to_text(const Verdict& verdict) {
  return std::to_string(verdict.worlds) + " worlds, " + std::to_string(verdict.looks) + " looks" +
         (verdict.is_safe ? ": nobody is betrayed" : ": " + verdict.how);
}

}  // namespace tertulia::numbers
