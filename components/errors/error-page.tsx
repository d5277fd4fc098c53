import type { ReactNode } from 'react'
import { CardList } from '@/components/articles/card-list'
import { langOf } from '@/components/layout/lang'
import { phrase } from '@/components/layout/phrase'
import type { ArticleCard, SectionName } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import styles from './error-page.module.css'

/** Of a withdrawn story. */
type Headline = { text: string; language: string }

type Props = {
	status: number
	title: string
	detail: string
	headline?: Headline | undefined
	/** Whether the viewer came from the desk. */
	desk?: boolean | undefined
	latest: ArticleCard[]
	/** Search for the words of the address. */
	help?: ReactNode
	sections?: SectionName[]
}

/** Error page: status, explanation, and links to the latest stories. */
export function ErrorPage({ status, title, detail, headline, desk, latest, help, sections = [] }: Props) {
	const words = messages().errors
	return (
		<div className={styles.problem}>
			<p className={styles.status}>{status}</p>
			<h1 dir="auto">
				{headline
					? phrase(words.withdrawn(<bdi lang={langOf(headline.language)}>{headline.text}</bdi>))
					: title}
			</h1>
			<p className={styles.detail} dir="auto">
				{detail}
			</p>
			<p className={styles.ways}>
				{desk && <a href="/desk">{words.goToDesk}</a>} <a href="/">{words.goToFrontPage}</a>
			</p>
			{help}
			{sections.length > 0 && <Ways sections={sections} />}
			{latest.length > 0 && (
				<section className={styles.latest} aria-labelledby="latest">
					<h2 id="latest">{words.latest}</h2>
					<CardList cards={latest} rank="brief" />
				</section>
			)}
		</div>
	)
}

/** Links to the sections and the archive. */
function Ways({ sections }: { sections: SectionName[] }) {
	const words = messages().lists
	return (
		<nav aria-label={words.sectionsAndArchive} className={styles.sections}>
			<ul>
				{sections.map(({ slug, name }) => (
					<li key={slug}>
						<a href={`/sections/${slug}`} dir="auto">
							{name}
						</a>
					</li>
				))}
				<li>
					<a href="/archive">{words.archive}</a>
				</li>
			</ul>
		</nav>
	)
}
