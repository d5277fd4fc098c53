import { messages } from '@/lib/messages/messages'
import { PROVIDER_NAMES, type Provider } from '@/lib/sign-in-providers'
import {
	COOKIE_TIMES,
	type CookieKind,
	STORED_DATA,
	type StoredKind,
	type StoredTime,
} from '@/lib/stored-data'
import styles from './stored-data.module.css'

export type SiteFacts = {
	/** Names of the cookies on this site. */
	cookies: Record<CookieKind, string>
	/** Whether the site sends mails. */
	mails: boolean
	/** Sign-in providers (OAuth) that are set up. */
	providers: Provider[]
	/** Host of the hub that is told of publications; null without one. */
	hub: string | null
	indexNow: boolean
	/** Path of the newsroom's own page on privacy; null if it has published none. */
	ownPage: string | null
}

/** What the site stores, for how long, and whom it asks, from its settings and limits. */
export function StoredData({ cookies, mails, providers, hub, indexNow, ownPage }: SiteFacts) {
	const words = messages().storedData
	return (
		<div className={styles.page}>
			<h1>{words.title}</h1>
			<p className={styles.lead}>{words.lead}</p>
			{ownPage && (
				<p>
					<a className={styles.link} href={ownPage}>
						{words.own}
					</a>
				</p>
			)}
			<h2>{words.data}</h2>
			<dl className={styles.kinds}>
				{keysOf<StoredKind>(STORED_DATA).map((kind) => (
					<div key={kind}>
						<dt>{words.kinds[kind].what}</dt>
						<dd>
							{words.why}: {words.kinds[kind].why}
						</dd>
						<dd>
							{words.time}: {timeWords(STORED_DATA[kind].time)}
						</dd>
					</div>
				))}
			</dl>
			<h2>{words.cookies}</h2>
			<dl className={styles.kinds}>
				{keysOf<CookieKind>(COOKIE_TIMES).map((kind) => (
					<div key={kind}>
						<dt>
							<code dir="ltr">{cookies[kind]}</code>
						</dt>
						<dd>{words.cookieKinds[kind]}</dd>
						<dd>
							{words.time}: {cookieWords(COOKIE_TIMES[kind])}
						</dd>
					</div>
				))}
			</dl>
			<h2>{words.mails}</h2>
			{mails ? <Items items={[...words.mailKinds, words.mailServer]} /> : <p>{words.mailsOff}</p>}
			<h2>{words.others}</h2>
			<Items
				items={[
					words.noTracking,
					words.sources,
					...providers.map((provider) => words.provider(PROVIDER_NAMES[provider])),
					...(hub ? [words.hub(hub)] : []),
					...(indexNow ? [words.indexNow] : []),
					...(hub || indexNow ? [] : [words.noPings]),
				]}
			/>
			<h2>{words.rights}</h2>
			<p>{words.rightsText}</p>
			<p>
				<a className={styles.link} href="/account/comments">
					{messages().account.myComments}
				</a>
			</p>
			<p>
				<a className={styles.link} href="/account/votes">
					{messages().contributions.myVotes}
				</a>
			</p>
		</div>
	)
}

const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as Key[]

const Items = ({ items }: { items: string[] }) => (
	<ul className={styles.items}>
		{items.map((item) => (
			<li key={item}>{item}</li>
		))}
	</ul>
)

function timeWords(time: StoredTime): string {
	const words = messages().storedData
	if (typeof time === 'string') return words[time]
	if ('afterDecision' in time) return words.afterDecision(time.afterDecision)
	if ('afterHandling' in time) return words.afterHandling(time.afterHandling)
	return words.days(time.days)
}

function cookieWords(time: (typeof COOKIE_TIMES)[CookieKind]): string {
	const words = messages().storedData
	if (typeof time === 'string') return words[time]
	return 'minutes' in time ? words.minutes(time.minutes) : words.days(time.days)
}
