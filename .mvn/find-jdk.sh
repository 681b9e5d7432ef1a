# Finds a JDK 25 or newer and exports JAVA_HOME. Sourced by mvnw and studio.
JDK_SENTENCE="Fanz Studio needs a JDK 25: install one (for instance Eclipse Temurin 25 from adoptium.net) or set JAVA_HOME to it."

# A JDK has javac; its release file says which version it is, without starting it.
is_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${jdk_major:-0}" -ge 25 ]
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME"; then export JAVA_HOME; return 0; fi
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    jdk=$(dirname "$(dirname "$on_path")")
    if is_jdk "$jdk"; then JAVA_HOME=$jdk; export JAVA_HOME; return 0; fi
  fi
  for jdk in /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk "$jdk"; then JAVA_HOME=$jdk; export JAVA_HOME; return 0; fi
  done
  return 1
}
