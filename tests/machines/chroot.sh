# SPDX-License-Identifier: Apache-2.0
# For tests/machines/*, sourced: a Debian in a folder, with the sources in it. kRoot: that folder, under build/.

not_here() { echo "$*"; exit 77; }

# make_root SUITE PACKAGES [OPTION...]: of mmdebstrap; PACKAGES are separated by commas. Once, and again when they change.
make_root() {
  local wanted="$*" new=$kRoot.new
  [ "$(id -u)" -eq 0 ] || not_here "a Debian in a folder needs root"
  unshare --mount true 2>/dev/null || not_here "this machine lets nobody mount anything"
  [ "$(cat "$kRoot.made" 2>/dev/null)" != "$wanted" ] || return 0
  cmake/packages/install machines
  rm -rf "$kRoot" "$new" "$kRoot.made"
  mmdebstrap --variant=apt --aptopt='APT::Install-Recommends "false"' --include="$2" --components=main "${@:3}" "$1" "$new" \
    http://deb.debian.org/debian || { rm -rf "$new"; not_here "deb.debian.org gives no $1"; }
  mv "$new" "$kRoot"
  echo "$wanted" >"$kRoot.made"
}

# The sources as git has them, with what is not committed yet.
put_sources() {
  mkdir -p "$kRoot/src"
  find "$kRoot/src" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
  git ls-files --cached --others --exclude-standard -z | xargs -0 ls -d 2>/dev/null | tar --create --files-from=- | tar --extract --directory="$kRoot/src"
}

# inside COMMAND...: there, in the folder of the sources.
inside() {
  unshare --mount bash -c '
    mount --rbind /dev "$1/dev" && mount -t proc proc "$1/proc" && exec chroot "$1" bash -c "cd /src && $2"' \
    bash "$kRoot" "$*"
}
