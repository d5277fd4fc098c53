import { policySentences, refusedCrawlers } from '@/components/machines/words'
import type { MachinePolicy } from '@/lib/machine-answers'
import styles from './machines.module.css'

type Props = {
	policy: MachinePolicy
	/** The file in force. */
	robots: string
	/** Date of the list of crawlers, in words. */
	checked: string
}

const FILES = ['/robots.txt', '/license.xml', '/.well-known/tdmrep.json']

/** What machines are told, in plain words and as robots.txt. */
export function MachinesSummary({ policy, robots, checked }: Props) {
	const crawlers = refusedCrawlers(policy)
	return (
		<section className={styles.summary} aria-labelledby="told-heading">
			<h2 id="told-heading">What machines are told</h2>
			<ul>
				{policySentences(policy.site).map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
				<li>{storiesWords(policy.stories.length)}</li>
			</ul>
			{crawlers.length > 0 && (
				<p>
					Asked by name to stay away: {crawlers.map(({ token }) => token).join(', ')}. The names are those of{' '}
					{checked}.
				</p>
			)}
			{policy.site.answers !== 'yes' && (
				<p>
					Google and Bing read pages for search and for AI answers with one crawler. It is told your answer
					about AI answers, and not asked to stay away.
				</p>
			)}
			<p>
				These are requests, and a reservation of your rights. They do not stop a machine that ignores them.
			</p>
			<p>
				Written to{' '}
				{FILES.map((file, index) => (
					<span key={file}>
						{index > 0 && ', '}
						<a href={file}>{file}</a>
					</span>
				))}{' '}
				and to the headers of every page, feed and data file.
			</p>
			<details>
				<summary>Preview of robots.txt</summary>
				<section aria-label="robots.txt">
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls needs the keyboard. */}
					<pre dir="ltr" tabIndex={0}>
						{robots}
					</pre>
				</section>
			</details>
		</section>
	)
}

function storiesWords(count: number): string {
	if (count === 0) return 'No story has an answer of its own; each story’s form offers one.'
	return count === 1 ? 'One story has an answer of its own.' : `${count} stories have answers of their own.`
}
