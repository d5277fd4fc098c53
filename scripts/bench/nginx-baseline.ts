import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sendRequest } from '@/e2e/support/http-client'
import { close } from '@/e2e/support/server-process'
import { ensurePackages } from '../apt.mjs'
import { ACCEPT_ENCODING } from './wrk'

const NGINX = '/usr/sbin/nginx'
/** Headers that nginx adds by itself. */
const OWN_HEADERS =
	/^(date|connection|keep-alive|content-length|transfer-encoding|etag|last-modified|content-type)$/
const START_TIMEOUT_MS = 5_000

/**
 * Starts nginx on `port` with a file of the bytes and headers of the page at `url`.
 *
 * @throws Error without nginx
 */
export async function startNginxBaseline(url: string, { port, folder }: { port: number; folder: string }) {
	if (!ensurePackages([NGINX], 'nginx'))
		throw new Error('nginx is missing. On Debian: apt-get install -y nginx')
	const page = await sendRequest(url, { headers: { 'Accept-Encoding': ACCEPT_ENCODING } })
	mkdirSync(folder, { recursive: true, mode: 0o755 })
	writeFileSync(join(folder, 'page'), page.bytes)
	writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, page.headers))
	const root = process.getuid?.() === 0 ? ['-g', 'user root;'] : []
	const child = spawn(NGINX, ['-e', 'stderr', '-c', join(folder, 'nginx.conf'), ...root], {
		stdio: 'inherit',
	})
	const address = `http://127.0.0.1:${port}/page`
	for (const end = Date.now() + START_TIMEOUT_MS; ; ) {
		const response = await sendRequest(address).catch(() => null)
		if (response?.bytes.equals(page.bytes)) return { url: address, close: () => close(child) }
		if (Date.now() > end) {
			await close(child)
			throw new Error('nginx does not answer with the bytes of the page.')
		}
		await new Promise((resolve) => setTimeout(resolve, 50))
	}
}

/** Configuration tuned for static files: one worker a core, open file cache, no log. */
function configuration(folder: string, port: number, headers: Record<string, string | undefined>): string {
	const copied = Object.entries(headers)
		.filter(([name]) => !OWN_HEADERS.test(name))
		.map(([name, value]) => `add_header ${name} '${String(value).replace(/(['\\])/g, '\\$1')}';`)
		.join('\n')
	return `daemon off; worker_processes auto; pid ${folder}/pid;
events { worker_connections 1024; }
http {
	access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100;
	client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
	uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
	server {
		listen 127.0.0.1:${port};
		root ${folder};
		types { } default_type "${headers['content-type'] ?? 'text/html'}";
${copied}
	}
}`
}
