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

# put_modules MODULE...: with all that they need, and their order in /modules/order.
put_modules() {
  local version=${kKernel##*/linux-image-} module file
  mkdir -p "$kRoot/modules"
  for module in "$@"; do
    modprobe --dirname "$kKernel" --set-version "$version" --show-depends "$module"
  done | awk '$1 == "insmod" && !seen[$2]++ { print $2 }' | while read -r file; do
    cp "$file" "$kRoot/modules/"
    echo "/modules/${file##*/}"
  done >"$kRoot/modules/order"
}

# put_libraries PROGRAM: those of this machine that it needs.
put_libraries() {
  ldd "$1" | grep -o '/[^ ]*' | while read -r library; do put "$library"; done
}

put_busybox() {
  local applet
  mkdir -p "$kRoot/bin"
  cp /bin/busybox "$kRoot/bin/"
  for applet in $(/bin/busybox --list); do
    [ "$applet" = busybox ] || ln -s busybox "$kRoot/bin/$applet"
  done
}

# pack_guest: FOLDER/vmlinuz and FOLDER/initrd.
pack_guest() {
  cp "$kKernel"/boot/vmlinuz-* "$kFolder/vmlinuz"
  (cd "$kRoot" && find . | cpio --quiet --create --format newc --owner 0:0) >"$kFolder/initrd"
}
