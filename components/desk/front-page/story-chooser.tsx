import deskStyles from '@/components/desk/desk.module.css'
import formStyles from '@/components/desk/form/form.module.css'
import { useField } from '@/components/desk/form/form-context'
import { PLACES } from '@/lib/front-page-arrangement'
import { DragHandle } from './drag-handle'
import styles from './front-page.module.css'
import { PLACE_NAMES } from './places'
import type { ArrangementInWork } from './use-arrangement'

/** Search over live and scheduled stories; the chosen one is put in a place by the place's button. */
export function StoryChooser({ arrangement, found, enhanced, move }: ArrangementInWork) {
	const query = useField('query', '')
	const story = useField('story', '')
	return (
		<section className={styles.chooser} aria-labelledby="front-page-stories">
			<h2 id="front-page-stories">Stories</h2>
			<div className={styles.search}>
				<label htmlFor={query.id} className={deskStyles.hidden}>
					Words of the headline or standfirst
				</label>
				<input
					id={query.id}
					type="search"
					name="query"
					dir="auto"
					placeholder="Words of the headline"
					defaultValue={query.value}
					className={formStyles.input}
					onKeyDown={(event) => {
						if (event.key !== 'Enter') return
						event.preventDefault()
						event.currentTarget.form?.requestSubmit(document.getElementById('front-page-find'))
					}}
				/>
				<button type="submit" id="front-page-find" name="do" value="find" className={formStyles.plain}>
					Find
				</button>
			</div>
			{story.error && (
				<p id={story.errorId} className={formStyles.error}>
					{story.error}
				</p>
			)}
			{found.length === 0 ? (
				<p className={styles.byDate}>No story with these words is live or scheduled.</p>
			) : (
				<fieldset id={story.id} className={styles.stories} tabIndex={-1}>
					<legend className={styles.soft}>Choose a story, then “Put here” at its place.</legend>
					{found.map(({ id, headline, state }) => {
						const place = PLACES.find((each) => arrangement.places[each]?.id === id)
						return (
							<div key={id} className={styles.story}>
								{enhanced && <DragHandle what={`story ${id}`} words={headline} move={move} />}
								<label className={formStyles.choice}>
									<input type="radio" name="story" value={id} defaultChecked={story.value === String(id)} />
									<span>
										<span className={styles.headline} dir="auto">
											{headline}
										</span>
										<span className={styles.state}>{place ? `In: ${PLACE_NAMES[place]}` : state}</span>
									</span>
								</label>
							</div>
						)
					})}
				</fieldset>
			)}
		</section>
	)
}
