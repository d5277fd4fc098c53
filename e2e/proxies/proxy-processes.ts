import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sendRequest } from '@/e2e/support/http-client'
import { close } from '@/e2e/support/server-process'

export type ProxyProcess = { url: string; output: () => string; close: () => Promise<void> }

const START_TIMEOUT_MS = 20_000
const RETRY_MS = 50

/** Varnish with the configuration and parameters of deploy/, but for ports and paths. */
export async function startVarnish(options: {
	port: number
	origin: number
	folder: string
}): Promise<ProxyProcess> {
	const { port, origin, folder } = options
	mkdirSync(folder, { recursive: true, mode: 0o755 })
	const vcl = join(folder, 'default.vcl')
	writeFileSync(vcl, replaced('deploy/varnish/default.vcl', [['"3000"', `"${origin}"`]]))
	const unit = readFileSync('deploy/systemd/varnish.service.d/public-square.conf', 'utf8')
	const parameters = [...unit.matchAll(/ -p (\S+)/g)].flatMap(([, each = '']) => ['-p', each])
	const args = [
		'-j',
		'none',
		'-F',
		'-n',
		folder,
		'-a',
		`127.0.0.1:${port}`,
		'-f',
		vcl,
		...parameters,
		'-s',
		'malloc,64m',
	]
	return waitUntilServing(spawn('/usr/sbin/varnishd', args, { stdio: ['ignore', 'pipe', 'pipe'] }), port)
}

type NginxOptions = {
	site: string
	port: number
	/** The port of the upstream block, and the one in its place. */
	behind?: [from: string, port: number]
	/** Ports of two instances; their upstream block replaces the site's. */
	instances?: [number, number]
	folder: string
}

/** nginx with one of the sites of deploy/, in the foreground and in its own folder. */
export async function startNginx(options: NginxOptions): Promise<ProxyProcess> {
	const { site, port, behind = ['3000', 3000], instances, folder } = options
	mkdirSync(folder, { recursive: true, mode: 0o755 })
	const conf = replaced(`deploy/nginx/${site}`, [
		['listen 80;', `listen 127.0.0.1:${port};`],
		['listen [::]:80;', ''],
		[`127.0.0.1:${behind[0]}`, `127.0.0.1:${behind[1]}`],
		['snippets/public-square-proxy.conf', resolve('deploy/nginx/proxy.conf')],
	])
		.replaceAll('/var/cache/nginx', folder)
		.replace(UPSTREAM, (block) => (instances ? upstreamOf(instances) : block))
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `${name}_temp_path ${folder}/${name};`)
		.join(' ')
	const main = join(folder, 'nginx.conf')
	writeFileSync(
		main,
		`daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
events { worker_connections 512; }
http { access_log off; ${temporary}
${conf}}`,
	)
	const args = ['-e', 'stderr', '-c', main, ...(process.getuid?.() === 0 ? ['-g', 'user root;'] : [])]
	return waitUntilServing(spawn('/usr/sbin/nginx', args, { stdio: ['ignore', 'pipe', 'pipe'] }), port)
}

/** The upstream block of a site. */
const UPSTREAM = /^upstream [\s\S]*?^\}$/m

const upstreamOf = ([first, second]: [number, number]): string =>
	replaced('deploy/nginx/upstream-of-two.conf', [
		['127.0.0.1:3001', `127.0.0.1:${first}`],
		['127.0.0.1:3002', `127.0.0.1:${second}`],
	])

/** @throws when a text to replace is missing: the test would not cover the deployed file */
function replaced(path: string, pairs: [string, string][]): string {
	return pairs.reduce(
		(text, [from, to]) => {
			if (!text.includes(from)) throw new Error(`${path} no longer holds “${from}”.`)
			return text.replaceAll(from, to)
		},
		readFileSync(path, 'utf8'),
	)
}

async function waitUntilServing(child: ChildProcess, port: number): Promise<ProxyProcess> {
	const url = `http://127.0.0.1:${port}`
	let output = ''
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
	for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; ) {
		if (child.exitCode !== null) throw new Error(`The proxy stopped:\n${output}`)
		const answer = await sendRequest(`${url}/healthz/ready`).catch(() => null)
		if (answer?.status === 200) return { url, output: () => output, close: () => close(child) }
		await new Promise((done) => setTimeout(done, RETRY_MS))
	}
	await close(child)
	throw new Error(`The proxy did not answer:\n${output}`)
}
