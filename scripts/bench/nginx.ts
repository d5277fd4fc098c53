import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sendRequest } from '@/e2e/support/http-client'
import { close } from '@/e2e/support/server-process'
import { ensurePackages } from '../apt.mjs'

const NGINX = '/usr/sbin/nginx'
/** Headers that nginx adds by itself. */
const OWN_HEADERS =
	/^(date|connection|keep-alive|content-length|transfer-encoding|etag|last-modified|content-type|accept-ranges)$/
const START_TIMEOUT_MS = 5_000

/** A path with the response that nginx sends for it from a file. */
export type NginxFile = {
	path: string
	headers: Record<string, string | undefined>
	body: Buffer
	/** Body for requests with this text in their `Cookie` header. */
	variant?: { cookie: string; body: Buffer } | undefined
}

/**
 * Starts nginx on `port` with files of these bytes and headers.
 *
 * @throws Error without nginx
 */
export async function startNginx(files: NginxFile[], { port, folder }: { port: number; folder: string }) {
	if (!ensurePackages([NGINX], 'nginx'))
		throw new Error('nginx is missing. On Debian: apt-get install -y nginx')
	mkdirSync(folder, { recursive: true, mode: 0o755 })
	for (const [number, { body, variant }] of files.entries()) {
		writeFileSync(join(folder, `file-${number}`), body)
		if (variant) writeFileSync(join(folder, `file-${number}-variant`), variant.body)
	}
	writeFileSync(join(folder, 'nginx.conf'), configuration(files, folder, port))
	const root = process.getuid?.() === 0 ? ['-g', 'user root;'] : []
	const child = spawn(NGINX, ['-e', 'stderr', '-c', join(folder, 'nginx.conf'), ...root], {
		stdio: 'inherit',
	})
	const url = `http://127.0.0.1:${port}`
	const [first] = files
	for (const end = Date.now() + START_TIMEOUT_MS; ; ) {
		const response = await sendRequest(`${url}${first?.path ?? '/'}`).catch(() => null)
		if (first && response?.bytes.equals(first.body)) return { url, close: () => close(child) }
		if (Date.now() > end) {
			await close(child)
			throw new Error('nginx does not answer with the bytes of the page.')
		}
		await new Promise((resolve) => setTimeout(resolve, 50))
	}
}

/** Configuration tuned for static files: one worker a core, open file cache, no log. */
function configuration(files: NginxFile[], folder: string, port: number): string {
	const cookie = files.find(({ variant }) => variant)?.variant?.cookie
	return `daemon off; worker_processes auto; pid ${folder}/pid;
events { worker_connections 1024; }
http {
	access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=1000;
	client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
	uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
	types { }
${cookie === undefined ? '' : `	map $http_cookie $variant { default ''; ${quoted(`~${cookie}`)} '-variant'; }`}
	server {
		listen 127.0.0.1:${port};
		root ${folder};
${files.map((file, number) => location(file, `/file-${number}`)).join('\n')}
	}
}`
}

function location({ path, headers, variant }: NginxFile, file: string): string {
	const copied = Object.entries(headers)
		.filter(([name]) => !OWN_HEADERS.test(name))
		.map(([name, value]) => `add_header ${name} ${quoted(String(value))};`)
		.join(' ')
	const type = headers['content-type'] ?? 'text/html'
	return `		location = ${path} { try_files ${file}${variant ? '$variant' : ''} =404; default_type ${quoted(type)}; ${copied} }`
}

const quoted = (text: string): string => `'${text.replace(/(['\\])/g, '\\$1')}'`
