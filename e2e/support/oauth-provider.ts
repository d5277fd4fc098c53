import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** Failures of the provider after its user's consent. */
export type ProviderFault = 'hangs up' | 'fails' | 'garbles' | 'other key' | 'other nonce' | 'other audience'

/** An account at the provider, as its consent page is told. */
export type ProviderAccount = { id: string; name: string; email: string; verified?: boolean }

type Grant = ProviderAccount & {
	redirectUri: string
	challenge: string
	nonce: string | null
	clientId: string
}

export type OAuthProvider = {
	url: string
	/** Settings of the site for both kinds of providers. */
	settings: Record<string, string>
	/** All codes, tokens and secrets, which the site must not store or log. */
	secrets: string[]
	/** Paths requested by the site. */
	requests: string[]
	fault: ProviderFault | null
	/** Gives consent at an authorization URL as a browser does. @returns the address that the browser is sent to */
	consent: (authorizationUrl: string, account: ProviderAccount) => Promise<string>
	/** Refuses it. */
	deny: (authorizationUrl: string) => Promise<string>
	close: () => Promise<void>
}

const CLIENT = { id: 'the-site', secret: 'secret-of-the-site' }

/**
 * A provider on the loopback interface with the endpoints of GitHub and of Google: authorization, token with PKCE and
 * one-time codes, profile and addresses, discovery, keys and signed ID tokens. A browser that has consented once is
 * sent back at once.
 */
export async function startOAuthProvider(): Promise<OAuthProvider> {
	const state: State = {
		provider: {} as OAuthProvider,
		grants: new Map(),
		tokens: new Map(),
		keys: [newKey(), newKey()],
	}
	const server = createServer((request, response) => {
		respond(state, request, response).catch((error) => response.writeHead(500).end(String(error)))
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	const redirected = async (address: string): Promise<string> =>
		(await fetch(address, { redirect: 'manual' })).headers.get('location') ?? ''
	const consentUrl = (authorizationUrl: string, fields: Record<string, string>) => {
		const { search, pathname } = new URL(authorizationUrl)
		return `${url}/consent${search}&${new URLSearchParams({ ...fields, at: pathname })}`
	}
	return Object.assign(state.provider, {
		url,
		settings: {
			...{ GITHUB_URL: url, GITHUB_CLIENT_ID: CLIENT.id, GITHUB_CLIENT_SECRET: CLIENT.secret },
			...{ GOOGLE_ISSUER: url, GOOGLE_CLIENT_ID: CLIENT.id, GOOGLE_CLIENT_SECRET: CLIENT.secret },
		},
		secrets: [CLIENT.secret],
		requests: [],
		fault: null,
		consent: (address: string, { verified = true, ...account }: ProviderAccount) =>
			redirected(consentUrl(address, { ...account, ...(verified && { verified: 'yes' }) })),
		deny: (address: string) => redirected(consentUrl(address, { denied: 'yes' })),
		close: () =>
			new Promise<void>((resolve) => {
				server.closeAllConnections()
				server.close(() => resolve())
			}),
	})
}

type State = {
	provider: OAuthProvider
	grants: Map<string, Grant>
	tokens: Map<string, Grant>
	keys: [ReturnType<typeof newKey>, ReturnType<typeof newKey>]
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

const GITHUB = '/login/oauth/authorize'
const GOOGLE = '/o/oauth2/v2/auth'
const TOKEN_PATHS = ['/login/oauth/access_token', '/token']
const SESSION = 'provider-session'

async function respond(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const { provider, keys } = state
	const { pathname, searchParams } = new URL(request.url ?? '/', provider.url)
	if (pathname === GITHUB || pathname === GOOGLE) return authorize(state, request, response)
	if (pathname === '/consent') return decide(state, searchParams, response)
	provider.requests.push(pathname)
	if (pathname === '/.well-known/openid-configuration') return json(response, discovery(provider.url))
	if (pathname === '/certs') {
		const key = keys[0].publicKey.export({ format: 'jwk' })
		return json(response, { keys: [{ ...key, kid: 'first', use: 'sig', alg: 'RS256' }] })
	}
	if (provider.fault === 'hangs up') return void request.destroy()
	if (provider.fault === 'fails') return void response.writeHead(503).end()
	if (provider.fault === 'garbles') return void response.end('<p>Down for maintenance.</p>')
	if (TOKEN_PATHS.includes(pathname)) return redeem(state, request, response)
	const grant = state.tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
	if (!grant) return void response.writeHead(401).end()
	if (pathname === '/api/v3/user')
		return json(response, {
			id: Number(grant.id),
			login: 'octo',
			name: grant.name,
			email: 'public@example.org',
		})
	if (pathname === '/api/v3/user/emails') return json(response, addressesOf(grant))
	response.writeHead(404).end()
}

/** GitHub lists all addresses; only the primary one counts. */
const addressesOf = ({ email, verified }: Grant) => [
	{ email: `second-${email}`, primary: false, verified: true, visibility: null },
	{ email, primary: true, verified, visibility: 'private' },
]

/** The page that asks for consent; a browser with a session here is sent back at once. */
function authorize(state: State, request: IncomingMessage, response: ServerResponse): void {
	const { pathname, searchParams } = new URL(request.url ?? '/', state.provider.url)
	const isWhole =
		searchParams.get('client_id') === CLIENT.id &&
		searchParams.get('response_type') === 'code' &&
		searchParams.get('code_challenge_method') === 'S256' &&
		['state', 'redirect_uri', 'code_challenge'].every((name) => searchParams.get(name))
	if (!isWhole) return void response.writeHead(400).end('An authorization request with a mistake.')
	const session = new RegExp(`${SESSION}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]
	if (session) {
		for (const [name, value] of new URLSearchParams(decodeURIComponent(session)))
			searchParams.set(name, value)
		searchParams.set('at', pathname)
		decide(state, searchParams, response)
		return
	}
	const hidden = [...searchParams, ['at', pathname]]
		.map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value ?? '')}">`)
		.join('')
	response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><html lang="en">
		<title>Provider</title><h1>Sign in to the provider</h1><form action="/consent">${hidden}
		<label>Number <input name="id"></label> <label>Name <input name="name"></label>
		<label>Address <input name="email"></label>
		<button name="verified" value="yes">Allow</button> <button name="denied" value="yes">Deny</button></form>`)
}

function decide(state: State, query: URLSearchParams, response: ServerResponse): void {
	const value = (name: string) => query.get(name) ?? ''
	const address = new URL(value('redirect_uri'))
	address.searchParams.set('state', value('state'))
	if (value('at') === GITHUB) address.searchParams.set('iss', `${state.provider.url}/login/oauth`)
	if (query.has('denied')) address.searchParams.set('error', 'access_denied')
	else {
		const account = { id: value('id'), name: value('name'), email: value('email') }
		const code = secret(state, 'code')
		state.grants.set(code, {
			...account,
			verified: query.has('verified'),
			redirectUri: value('redirect_uri'),
			challenge: value('code_challenge'),
			nonce: query.get('nonce'),
			clientId: value('client_id'),
		})
		address.searchParams.set('code', code)
		const session = encodeURIComponent(String(new URLSearchParams({ ...account, verified: 'yes' })))
		response.setHeader('Set-Cookie', `${SESSION}=${session}; Path=${value('at')}; HttpOnly; SameSite=Lax`)
	}
	response.writeHead(302, { Location: address.href }).end()
}

/** Redeems a code once, for the client, redirect address and PKCE verifier of its grant. */
async function redeem(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const isGitHub = request.url === TOKEN_PATHS[0]
	const fields = new URLSearchParams(await text(request))
	const code = fields.get('code') ?? ''
	const grant = state.grants.get(code)
	state.grants.delete(code)
	const [id, password] = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64')
		.toString()
		.split(':')
		.map(decodeURIComponent)
	const verifier = createHash('sha256')
		.update(fields.get('code_verifier') ?? '')
		.digest('base64url')
	const isGood =
		grant &&
		id === CLIENT.id &&
		password === CLIENT.secret &&
		grant.redirectUri === fields.get('redirect_uri')
	if (!isGood || grant.challenge !== verifier)
		// GitHub reports errors with the status 200.
		return isGitHub
			? json(response, { error: 'bad_verification_code' })
			: json(response, { error: 'invalid_grant' }, 400)
	const token = secret(state, 'token')
	state.tokens.set(token, grant)
	const answer = { access_token: token, token_type: 'bearer', scope: 'user:email' }
	json(response, isGitHub ? answer : { ...answer, expires_in: 3600, id_token: idToken(state, grant) })
}

function idToken({ provider, keys }: State, grant: Grant): string {
	const now = Math.floor(Date.now() / 1000)
	const claims = {
		iss: provider.url,
		aud: provider.fault === 'other audience' ? 'another-site' : grant.clientId,
		sub: grant.id,
		name: grant.name,
		email: grant.email,
		email_verified: grant.verified,
		nonce: provider.fault === 'other nonce' ? 'another' : grant.nonce,
		iat: now,
		exp: now + 3600,
	}
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
	const signed = `${part({ alg: 'RS256', kid: 'first', typ: 'JWT' })}.${part(claims)}`
	const key = keys[provider.fault === 'other key' ? 1 : 0].privateKey
	return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
}

const discovery = (url: string) => ({
	issuer: url,
	authorization_endpoint: url + GOOGLE,
	token_endpoint: `${url}/token`,
	jwks_uri: `${url}/certs`,
	response_types_supported: ['code'],
	subject_types_supported: ['public'],
	id_token_signing_alg_values_supported: ['RS256'],
})

function secret({ provider }: State, kind: string): string {
	const value = `${kind}-${randomBytes(16).toString('hex')}`
	provider.secrets.push(value)
	return value
}

const json = (response: ServerResponse, value: unknown, status = 200): void =>
	void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
