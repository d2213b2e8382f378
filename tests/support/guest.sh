# SPDX-License-Identifier: Apache-2.0
# For scripts that put a guest of QEMU's together: sourced, with kFolder (where it is made) and kRoot (its files) set.

# Unpacks the kernel that Debian's package of the day depends on, once a version; kKernel is its folder.
fetch_kernel() {
  local package deb
  package=$(apt-cache depends --important linux-image-amd64 | sed -n 's/^ *Depends: *\(linux-image-[0-9].*\)/\1/p' | head -n 1)
  [ -n "$package" ] || { echo "apt knows no linux-image-amd64: apt-get update" >&2; return 1; }
  kKernel=$kFolder/$package
  [ ! -e "$kKernel/unpacked" ] || return 0
  rm -rf "$kKernel"
  mkdir -p "$kKernel"
  (cd "$kKernel" && apt-get --quiet download "$package")
  deb=("$kKernel"/*.deb)
  dpkg-deb --extract "${deb[0]}" "$kKernel"
  depmod --basedir "$kKernel" "${package#linux-image-}"
  rm "${deb[0]}"
  touch "$kKernel/unpacked"
}

# put FILE...: at the same place in the guest, links followed.
put() {
  local file
  for file in "$@"; do install -D "$file" "$kRoot$file"; done
}

# files_of_modules MODULE...: with all that they need, in the order in which they are loaded.
files_of_modules() {
  local version=${kKernel##*/linux-image-} module
  for module in "$@"; do
    modprobe --dirname "$kKernel" --set-version "$version" --show-depends "$module"
  done | awk '$1 == "insmod" && !seen[$2]++ { print $2 }'
}

# put_modules MODULE...: with all that they need, and their order in /modules/order.
put_modules() {
  local file
  mkdir -p "$kRoot/modules"
  files_of_modules "$@" | while read -r file; do
    cp "$file" "$kRoot/modules/"
    echo "/modules/${file##*/}"
  done >"$kRoot/modules/order"
}

# put_libraries PROGRAM: those of this machine that it needs and the guest does not have yet.
put_libraries() {
  ldd "$1" | grep -o '/[^ ]*' | while read -r library; do [ -e "$kRoot$library" ] || put "$library"; done
}

# What the appliance's programs read beside their own files: fonts, by the names that they have, and time zones.
put_fonts_and_zones() {
  put /usr/share/fonts/truetype/noto/NotoSans{,Arabic,Ethiopic,Georgian}-{Regular,Bold}.ttf
  mkdir -p "$kRoot/usr/share"
  cp -r /usr/share/zoneinfo "$kRoot/usr/share/"
}

put_busybox() {
  local applet
  mkdir -p "$kRoot/bin"
  cp /bin/busybox "$kRoot/bin/"
  for applet in $(/bin/busybox --list); do
    [ "$applet" = busybox ] || ln -s busybox "$kRoot/bin/$applet"
  done
}

# pack_guest [FOLDER]: its vmlinuz and initrd; else those of kFolder.
pack_guest() {
  local folder=${1:-$kFolder}
  cp "$kKernel"/boot/vmlinuz-* "$folder/vmlinuz"
  (cd "$kRoot" && find . | cpio --quiet --create --format newc --owner 0:0) >"$folder/initrd"
}
