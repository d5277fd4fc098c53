import type { ReactNode } from 'react'
import { FEED_FORMATS, FEED_NAMES, feedPath } from '@/components/feeds/feed'
import { SocialLinks } from '@/components/layout/social-links'
import { fediverseUrl, outsideRel } from '@/components/people/profile-links'
import type { Followable, FollowedAuthor } from '@/domain/feeds/follow'
import type { LabelledLink } from '@/domain/settings'
import { absoluteUrl } from '@/lib/site-url'
import styles from './follow.module.css'

type Props = Followable & { site: { siteName: string; socialLinks: LabelledLink[] } }

/** All ways to follow the site, in plain words. */
export function Follow({ site, sections, authors, tags }: Props) {
	return (
		<div className={styles.page}>
			<h1>Follow us</h1>
			<p className={styles.lead}>
				You need no account to read <bdi>{site.siteName}</bdi>, and no network in between that decides which
				stories you see.
			</p>
			<FeedsExplained />
			{site.socialLinks.length > 0 && <Elsewhere links={site.socialLinks} />}
			<Feeds title="One section" items={sections} root="/sections" />
			<Authors authors={authors} />
			<Feeds title="One subject" items={tags} root="/tags" />
			<section aria-labelledby="follow-more">
				<h2 id="follow-more">Everything else</h2>
				<ul className={styles.list}>
					<FeedRow name="Corrections" page="/corrections" />
				</ul>
				<p>
					Every author and subject has a feed, also those that are not listed here, and so have the comments
					of each story: add <code>/feed.xml</code> to the address of its page.
				</p>
			</section>
		</div>
	)
}

function FeedsExplained() {
	return (
		<section aria-labelledby="follow-all">
			<h2 id="follow-all">All stories, in a feed reader</h2>
			<p>
				A feed is the list of our newest stories, with their whole texts, made for a program of yours: a feed
				reader. It shows the new stories of every site that you follow in the order of their appearance. We do
				not learn who follows us, and you leave by deleting one line.
			</p>
			<ol className={styles.steps}>
				<li>
					Choose a feed reader. Free ones are NetNewsWire for Apple devices, Feeder for Android, and
					Thunderbird for any computer.
				</li>
				<li>Copy this address, and paste it where the reader asks for a feed or a website:</li>
			</ol>
			<p className={styles.address} translate="no">
				{absoluteUrl(feedPath('/', 'xml'))}
			</p>
			<p className={styles.formats}>
				The same in three formats, of which your reader needs one:{' '}
				{FEED_FORMATS.map((format, index) => [
					index > 0 && ', ',
					<a key={format} href={feedPath('/', format)}>
						{FEED_NAMES[format]}
					</a>,
				])}
				. A browser may show a feed as code, or offer to save it; only its address matters.
			</p>
		</section>
	)
}

type ListProps = { title: string; items: { slug: string; name: string }[]; root: string }

function Feeds({ title, items, root }: ListProps) {
	if (items.length === 0) return null
	const id = `follow${root.replace('/', '-')}`
	return (
		<section aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			<ul className={styles.list}>
				{items.map(({ slug, name }) => (
					<FeedRow key={slug} name={name} page={`${root}/${slug}`} />
				))}
			</ul>
		</section>
	)
}

function Authors({ authors }: { authors: FollowedAuthor[] }) {
	if (authors.length === 0) return null
	return (
		<section aria-labelledby="follow-people">
			<h2 id="follow-people">One author</h2>
			<ul className={styles.list}>
				{authors.map(({ slug, name, fediverse, endorsed }) => (
					<FeedRow key={slug} name={name} page={`/people/${slug}`}>
						{fediverse && (
							<a href={fediverseUrl(fediverse)} rel={outsideRel(endorsed)} dir="ltr">
								{fediverse}
							</a>
						)}
					</FeedRow>
				))}
			</ul>
		</section>
	)
}

/** A page and its feed. */
function FeedRow({ name, page, children }: { name: string; page: string; children?: ReactNode }) {
	return (
		<li>
			<a href={page} dir="auto">
				{name}
			</a>
			{children}
			<a className={styles.feed} href={feedPath(page, 'xml')} aria-label={`Feed: ${name}`}>
				Feed
			</a>
		</li>
	)
}

function Elsewhere({ links }: { links: LabelledLink[] }) {
	return (
		<section aria-labelledby="follow-elsewhere">
			<h2 id="follow-elsewhere">Elsewhere</h2>
			<SocialLinks links={links} className={styles.list} />
		</section>
	)
}
