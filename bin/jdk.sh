# shellcheck shell=bash
# Sourced by the scripts beside it: finds a JDK 25 or newer and Maven.

jdk_is_new_enough() {
  [ -x "$1/bin/javac" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ "${version:-0}" -ge 25 ]
}

find_jdk() {
  local candidate on_path
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
  for candidate in "${JAVA_HOME:-}" "${on_path%/bin/javac}" \
    /usr/lib/jvm/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && jdk_is_new_enough "$candidate"; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  echo "Mainline needs a JDK 25 or newer and found none. Install one (Debian: apt-get install openjdk-25-jdk," \
    "or https://adoptium.net) or set JAVA_HOME to it." >&2
  return 1
}

need_maven() {
  if ! command -v mvn >/dev/null; then
    echo "Mainline is built with Maven 3.8.7 or newer and found none. Install it (Debian: apt-get install maven)." >&2
    return 1
  fi
  # Debian's Maven brings libraries that make newer Java versions warn about themselves.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}
