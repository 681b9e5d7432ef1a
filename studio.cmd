@echo off
rem Starts Fanz Studio on Windows. Not tested yet.
setlocal
set ROOT=%~dp0
if not defined JAVA_HOME (
  echo Fanz Studio needs a JDK 25: install one and set JAVA_HOME to it. 1>&2
  exit /b 4
)
if not exist "%ROOT%app\target\class-path.txt" (
  echo 1/3 fetching and building 1>&2
  call mvn -q -B -f "%ROOT%pom.xml" -Dlaunch -pl app -am compile || exit /b 4
)
set /p OTHERS=<"%ROOT%app\target\class-path.txt"
"%JAVA_HOME%\bin\java" -cp "%ROOT%app\target\classes;%ROOT%assets\target\classes;%ROOT%media\target\classes;%ROOT%core\target\classes;%OTHERS%" -XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED -Dfanz.assets="%ROOT%assets" -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 studio.fanz.app.Launcher %*
exit /b %ERRORLEVEL%
