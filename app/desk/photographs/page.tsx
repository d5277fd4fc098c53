import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { idIn, listPath } from '@/app/desk/params'
import deskStyles from '@/components/desk/desk.module.css'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { FilterChoice, FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import { ListPages } from '@/components/desk/list-pages'
import { PhotoGrid } from '@/components/desk/photos/photo-grid'
import { PhotoUpload } from '@/components/desk/photos/photo-upload'
import styles from '@/components/desk/photos/photos.module.css'
import { rightsWords } from '@/components/desk/photos/rights-words'
import { listPhotos, missingForPrint } from '@/domain/photos/read'
import { RIGHTS_WARNING_DAYS, rightsState, siteDay } from '@/domain/photos/rights'
import { photoView } from '@/domain/photos/views'
import { siteSettings } from '@/domain/settings'
import { addPhotoAction } from './actions'

export const metadata: Metadata = { title: 'Photographs' }

/** Fills eight rows on a wide screen. */
const PHOTOS_PER_PAGE = 40

export default async function PhotographsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/photographs', 'keep photographs')
	const { query = '', before, rights } = await paramsIn(searchParams)
	const filter = { query, rights: rights === 'due' ? 'due' : '' }
	const after = idIn(before)
	const found = await listPhotos(deskUser, {
		query,
		limit: PHOTOS_PER_PAGE + 1,
		before: after ?? undefined,
		rightsDue: filter.rights === 'due',
	})
	const [today, locale] = [await siteDay(), await siteSettings()]
	const photos = found.slice(0, PHOTOS_PER_PAGE)
	const last = found.length > PHOTOS_PER_PAGE ? photos.at(-1) : undefined
	return (
		<>
			<PageHead title="Photographs">
				<div className={`${deskStyles.links} ${styles.jump}`}>
					<a href="#add">Add a photograph</a>
				</div>
			</PageHead>
			<div className={styles.page}>
				<div>
					<FilterForm
						action="/desk/photographs"
						label="Find photographs"
						button="Filter"
						all={query || filter.rights ? '/desk/photographs' : null}
					>
						<FilterWords name="query" label="Caption, credit or number" value={query} />
						<FilterChoice
							name="rights"
							label="Rights"
							all="All"
							value={filter.rights}
							options={[{ value: 'due', label: `Ended, or in ${RIGHTS_WARNING_DAYS} days` }]}
						/>
					</FilterForm>
					{photos.length > 0 ? (
						<PhotoGrid
							photos={photos.map((photo) => ({
								...photoView(photo),
								missing: missingForPrint(photo, today),
								rights: rightsWords(photo.rightsEndOn, rightsState(photo, today), locale),
								noCreditReason: photo.noCreditReason,
							}))}
						/>
					) : (
						<Nothing {...filter} continued={after !== null} />
					)}
					<ListPages
						label="Pages of photographs"
						first={
							after === null
								? null
								: { href: listPath('/desk/photographs', filter), label: 'Newest photographs' }
						}
						next={
							last
								? {
										href: listPath('/desk/photographs', { ...filter, before: last.id }),
										label: 'Older photographs',
									}
								: null
						}
					/>
				</div>
				<PhotoUpload action={addPhotoAction} />
			</div>
		</>
	)
}

type Filter = { query: string; rights: string }

function Nothing({ query, rights, continued }: Filter & { continued: boolean }) {
	if (continued)
		return (
			<Empty title="No older photograph.">
				<p>The library ends here.</p>
			</Empty>
		)
	if (query || rights)
		return (
			<Empty title="No photograph matches.">
				<p>
					{query ? 'Try fewer words, or' : `No rights end within ${RIGHTS_WARNING_DAYS} days;`}{' '}
					<a href="/desk/photographs">show all photographs</a>.
				</p>
			</Empty>
		)
	return (
		<Empty title="No photographs yet.">
			<p>
				Add the first one here. Its caption and credit are read from the file, if the photographer left them.
			</p>
		</Empty>
	)
}
