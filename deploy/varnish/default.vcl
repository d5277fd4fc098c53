# Public Square behind Varnish 7 with the xkey module (Debian: varnish, varnish-modules).
# Start varnishd with -p http_gzip_support=off: the server compresses its pages itself, also as brotli, and
# Varnish would otherwise request gzip only. See deploy/systemd/varnish.service.d/public-square.conf.
vcl 4.1;

import cookie;
import std;
import xkey;

backend default {
	.host = "127.0.0.1";
	.port = "3000";
	.first_byte_timeout = 60s;
	.probe = {
		.url = "/healthz/ready";
		.interval = 2s;
		.timeout = 2s;
		.window = 3;
		.threshold = 2;
		.initial = 2;
	}
}

# Clients that may send purge requests: the server itself.
acl purgers {
	"127.0.0.1";
	"::1";
}

sub vcl_recv {
	if (req.method == "PURGE") {
		# A request through a proxy on this machine has two addresses: the client's and the proxy's.
		if (client.ip !~ purgers || req.http.X-Forwarded-For ~ ",") {
			return (synth(405, "Not allowed"));
		}
		if (!req.http.Surrogate-Key) {
			return (synth(400, "Surrogate-Key is missing"));
		}
		set req.http.X-Purged = xkey.purge(req.http.Surrogate-Key);
		return (synth(200, "Purged"));
	}

	# A healthy server limits stale pages to 10 s; during its restart they are served for up to an hour.
	if (std.healthy(req.backend_hint)) {
		set req.grace = 10s;
	}

	# Accept-Encoding is reduced to three values, so a page is cached at most three times.
	if (req.http.Accept-Encoding ~ "(?i)\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
		set req.http.Accept-Encoding = "br";
	} elsif (req.http.Accept-Encoding ~ "(?i)\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
		set req.http.Accept-Encoding = "gzip";
	} else {
		unset req.http.Accept-Encoding;
	}

	# Save-Data is reduced to two values; pages and photographs vary by it.
	if (req.http.Save-Data ~ "(?i)^on$") {
		set req.http.Save-Data = "on";
	} else {
		unset req.http.Save-Data;
	}

	if (req.method != "GET" && req.method != "HEAD") {
		return (pass);
	}
	# Private pages and the data of islands: never cached, requested with all cookies.
	if (req.url ~ "^/(desk|api|account|session|sign-in|sign-up|welcome|healthz)(/|\?|$)"
		|| req.url ~ "^/news/[^/?]+/comments/" || req.url ~ "[?&]own=") {
		return (pass);
	}

	# Responses to requests with credentials (HTTP authentication before a launch) are private.
	if (req.http.Authorization) {
		return (pass);
	}
	if (req.http.Cookie) {
		cookie.parse(req.http.Cookie);
		if (cookie.isset("square-session") || cookie.isset("__Host-square-session") || cookie.isset("square-recent-write")
			|| cookie.isset("square-thread")) {
			return (pass);
		}
		# The islands cookie says that scripts run, which add the reader's own state to the shared page.
		if (!cookie.isset("square-islands")
			&& (cookie.isset("square-reader") || cookie.isset("__Host-square-reader") || cookie.isset("square-ad-closed"))) {
			return (pass);
		}
		# Of all other cookies only the appearance (theme and text size) changes a page.
		if (cookie.get("square-appearance") ~ "^(system|light|dark)\.(small|normal|large|larger)$") {
			set req.http.Cookie = "square-appearance=" + cookie.get("square-appearance");
		} else {
			unset req.http.Cookie;
		}
	}
	return (hash);
}

sub vcl_hash {
	# Varnish adds URL and host itself. The appearance is the only cookie left here.
	if (req.http.Cookie) {
		hash_data(req.http.Cookie);
	}
}

sub vcl_backend_response {
	set beresp.http.xkey = beresp.http.Surrogate-Key;
	# Only responses with status 200, Cache-Control: public and without Set-Cookie are cached.
	if (bereq.uncacheable || beresp.http.Set-Cookie || beresp.status != 200
		|| beresp.http.Cache-Control !~ "(?i)\bpublic\b" || beresp.http.Cache-Control ~ "(?i)no-store|private|no-cache") {
		set beresp.uncacheable = true;
		set beresp.ttl = 1s;
		set beresp.grace = 0s;
		return (deliver);
	}
	set beresp.grace = 1h;
	return (deliver);
}

sub vcl_deliver {
	if (obj.hits > 0) {
		set resp.http.X-Cache = "HIT";
	} else {
		set resp.http.X-Cache = "MISS";
	}
	unset resp.http.Surrogate-Key;
	unset resp.http.xkey;
	unset resp.http.Via;
	unset resp.http.X-Varnish;
}

sub vcl_synth {
	set resp.http.Content-Type = "text/plain; charset=utf-8";
	set resp.http.Cache-Control = "no-store";
	if (req.http.X-Purged) {
		set resp.body = "Purged " + req.http.X-Purged + {"
"};
	} else {
		set resp.body = resp.reason + {"
"};
	}
	return (deliver);
}

sub vcl_backend_error {
	set beresp.http.Content-Type = "text/plain; charset=utf-8";
	set beresp.http.Cache-Control = "no-store";
	set beresp.http.Retry-After = "5";
	set beresp.body = {"The square is not answering. Please try again in a moment.
"};
	set beresp.ttl = 0s;
	set beresp.grace = 0s;
	return (deliver);
}
