import type { ReactNode } from 'react'
import { FEED_FORMATS, FEED_NAMES, feedPath } from '@/components/feeds/feed'
import { phrase } from '@/components/layout/phrase'
import { SocialLinks } from '@/components/layout/social-links'
import { fediverseUrl, outsideRel } from '@/components/people/profile-links'
import type { Followable, FollowedAuthor } from '@/domain/feeds/follow'
import type { LabelledLink } from '@/domain/settings'
import { COMMENT_LISTS, type CommentList } from '@/lib/comment-lists'
import { listed, messages } from '@/lib/messages/messages'
import { absoluteUrl } from '@/lib/site-url'
import styles from './follow.module.css'

type Props = Followable & { site: { siteName: string; socialLinks: LabelledLink[] } }

/** All ways to follow the site, in plain words. */
export function Follow({ site, sections, authors, tags, series }: Props) {
	const words = messages().follow
	return (
		<div className={styles.page}>
			<h1>{words.title}</h1>
			<p className={styles.lead}>{phrase(words.lead(<bdi>{site.siteName}</bdi>))}</p>
			<FeedsExplained />
			{site.socialLinks.length > 0 && <Elsewhere links={site.socialLinks} />}
			<Feeds title={words.oneSection} items={sections} root="/sections" />
			<Authors authors={authors} />
			<Feeds title={words.oneSubject} items={tags} root="/tags" />
			<Feeds title={words.oneSeries} items={series} root="/series" />
			<section aria-labelledby="follow-more">
				<h2 id="follow-more">{words.everythingElse}</h2>
				<ul className={styles.list}>
					<FeedRow name={messages().page.corrections} page="/corrections" />
					{Object.entries(COMMENT_LISTS).map(([list, { address }]) => (
						<FeedRow key={list} name={messages().commentLists.titles[list as CommentList]} page={address} />
					))}
				</ul>
				<p>{phrase(words.others(<code dir="ltr">/feed.xml</code>))}</p>
			</section>
		</div>
	)
}

function FeedsExplained() {
	const words = messages().follow
	const formats = FEED_FORMATS.map((format) => (
		<a key={format} href={feedPath('/', format)}>
			{FEED_NAMES[format]}
		</a>
	))
	return (
		<section aria-labelledby="follow-all">
			<h2 id="follow-all">{words.allStories}</h2>
			<p>{words.explained}</p>
			<ol className={styles.steps}>
				<li>{words.chooseReader}</li>
				<li>{words.copyAddress}</li>
			</ol>
			<p className={styles.address} translate="no">
				{absoluteUrl(feedPath('/', 'xml'))}
			</p>
			<p className={styles.formats}>{phrase(words.formats(phrase(listed(formats))))}</p>
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
			<h2 id="follow-people">{messages().follow.oneAuthor}</h2>
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
			</a>{' '}
			{children}{' '}
			<a className={styles.feed} href={feedPath(page, 'xml')} aria-label={messages().follow.feedOf(name)}>
				{messages().follow.feed}
			</a>
		</li>
	)
}

function Elsewhere({ links }: { links: LabelledLink[] }) {
	return (
		<section aria-labelledby="follow-elsewhere">
			<h2 id="follow-elsewhere">{messages().page.elsewhere}</h2>
			<SocialLinks links={links} className={styles.list} />
		</section>
	)
}
