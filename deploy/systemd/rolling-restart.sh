#!/bin/sh
# Restarts the instances of public-square@.service one after the other, each after the one before it answers again.
# Usage, as root: rolling-restart.sh 3001 3002
set -eu
for port in "$@"; do
	systemctl restart "public-square@$port"
	tries=0
	until curl -fsS -o /dev/null "http://127.0.0.1:$port/healthz/ready"; do
		tries=$((tries + 1))
		if [ "$tries" -ge 120 ]; then
			echo "public-square@$port does not answer; the instances after it were not restarted." >&2
			exit 1
		fi
		sleep 1
	done
done
