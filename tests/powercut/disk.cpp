// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/disk.h"

#include <algorithm>

namespace tertulia::powercut {
namespace {

using operation::Create;
using operation::Remove;
using operation::Rename;
using operation::Resize;
using operation::Sync;
using operation::SyncFolder;
using operation::Write;

void resize(std::string& content, std::size_t size, Luck* luck) {
  const std::size_t before = content.size();
  content.resize(size);
  if (luck != nullptr && size > before) content.replace(before, size - before, luck->filling(size - before));
}

void write(std::string& content, std::size_t offset, std::string_view bytes) {
  if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size());
  content.replace(offset, bytes.size(), bytes);
}

// The ends of the parts of a write, each within one sector.
std::vector<std::size_t> ends_of_sectors(const Write& done, std::size_t sector) {
  std::vector<std::size_t> ends;
  const std::size_t end = done.offset + done.bytes.size();
  for (std::size_t at = done.offset; at < end; at = ends.back())
    ends.push_back(std::min(end, (at / sector + 1) * sector));
  return ends;
}

std::size_t pieces_of(const Operation& operation, std::size_t sector) {
  const auto* done = std::get_if<Write>(&operation);
  return done == nullptr ? 1 : ends_of_sectors(*done, sector).size();
}

// What became of the operations that were not safe.
class Aftermath {
 public:
  Aftermath(std::map<std::string, File> names, std::map<File, std::string> contents, Luck& luck)
      : names_(std::move(names)), contents_(std::move(contents)), luck_(luck) {}

  void decide(std::vector<bool> survivors) { survivors_ = std::move(survivors); }

  void operator()(const Write& done) {
    std::string& content = contents_[done.file];
    std::size_t at = done.offset;
    for (const std::size_t end : ends_of_sectors(done, luck_.sector())) {
      if (arrived()) write(content, at, std::string_view(done.bytes).substr(at - done.offset, end - at));
      at = end;
    }
  }
  void operator()(const Resize& done) {
    if (arrived()) resize(contents_[done.file], done.size, &luck_);
  }
  void operator()(const Create& done) {
    if (arrived()) names_[done.name] = done.file;
  }
  void operator()(const Rename& done) {
    if (!arrived()) return;
    if (const auto old = names_.find(done.from); old != names_.end() && old->second == done.file)
      names_.erase(old);
    names_[done.to] = done.file;
  }
  void operator()(const Remove& done) {
    if (arrived()) names_.erase(done.name);
  }
  void operator()(const Sync&) const {}
  void operator()(const SyncFolder&) const {}

  [[nodiscard]] Image image() {
    Image image;
    for (const auto& [name, file] : names_) image[name] = contents_[file];
    return image;
  }

 private:
  [[nodiscard]] bool arrived() { return survivors_[next_++]; }

  std::map<std::string, File> names_;
  std::map<File, std::string> contents_;
  Luck& luck_;
  std::vector<bool> survivors_;
  std::size_t next_ = 0;
};

bool is_of(const Operation& operation, File file) {
  if (const auto* done = std::get_if<Write>(&operation)) return done->file == file;
  const auto* resized = std::get_if<Resize>(&operation);
  return resized != nullptr && resized->file == file;
}

bool is_name(const Operation& operation) {
  return std::holds_alternative<Create>(operation) || std::holds_alternative<Rename>(operation) ||
         std::holds_alternative<Remove>(operation);
}

}  // namespace

Disk::Disk(const Image& begin) {
  for (const auto& [name, content] : begin) {
    const File file = static_cast<File>(names_.size());
    names_[name] = file;
    contents_[file] = content;
    sizes_[file] = content.size();
  }
}

void Disk::apply(const Operation& operation) {
  if (const auto* sync = std::get_if<Sync>(&operation)) {
    for (const Operation& done : unsafe_) {
      if (!is_of(done, sync->file)) continue;
      if (const auto* bytes = std::get_if<Write>(&done))
        write(contents_[sync->file], bytes->offset, bytes->bytes);
      else
        resize(contents_[sync->file], std::get<Resize>(done).size, nullptr);
    }
    std::erase_if(unsafe_, [&](const Operation& done) { return is_of(done, sync->file); });
  } else if (std::holds_alternative<SyncFolder>(operation)) {
    for (const Operation& done : unsafe_) {
      if (const auto* created = std::get_if<Create>(&done)) names_[created->name] = created->file;
      if (const auto* removed = std::get_if<Remove>(&done)) names_.erase(removed->name);
      if (const auto* renamed = std::get_if<Rename>(&done)) {
        names_.erase(renamed->from);
        names_[renamed->to] = renamed->file;
      }
    }
    std::erase_if(unsafe_, is_name);
  } else {
    note_size(operation);
    unsafe_.push_back(operation);
  }
}

void Disk::note_size(const Operation& operation) {
  if (const auto* resized = std::get_if<Resize>(&operation)) sizes_[resized->file] = resized->size;
  const auto* done = std::get_if<Write>(&operation);
  if (done == nullptr) return;
  std::size_t& size = sizes_[done->file];
  const std::size_t end = done->offset + done->bytes.size();
  if (end <= size) return;
  size = end;
  unsafe_.emplace_back(Resize{done->file, end});  // arrives or not, apart from the data
}

std::size_t Disk::pieces(std::size_t sector) const {
  std::size_t count = 0;
  for (const Operation& done : unsafe_) count += pieces_of(done, sector);
  return count;
}

Image Disk::after_cut(Luck& luck) const {
  Aftermath aftermath(names_, contents_, luck);
  aftermath.decide(luck.survivors(pieces(luck.sector())));
  for (const Operation& done : unsafe_) std::visit(aftermath, done);
  return aftermath.image();
}

}  // namespace tertulia::powercut
