import { expect, signIn, test } from './support/test'

/** Transcripts of the accessibility tree, as a screen reader reads a page: roles, names, states and their order. */

test('an article reads in order, with its landmarks and headings', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - link "Skip to the content"
      - link "Search"
      - link "Sign in"
      - navigation "Sections":
        - list:
          - listitem:
            - link "News"
    - main:
      - article:
        - paragraph:
          - link "News"
        - paragraph:
          - time
        - heading /A story for one reader/ [level=1]
        - paragraph: "Read Time: 5 Second"
        - paragraph:
          - text: By
          - link "Mara Ellison"
        - paragraph: Written for an end-to-end test.
        - paragraph: The bridge opened at noon.
        - heading "Afterwards" [level=2]
        - paragraph: Everybody walked home.
        - paragraph: Source Harbour office
        - region "Share this story":
          - heading "Share this story" [level=2]
        - region "About Post Author":
          - heading "About Post Author" [level=2]
          - paragraph:
            - link "Mara Ellison"
        - region "How does this story leave you?"
        - region "Average Rating"
        - region "This is a Public Square. Please leave a comment"
      - navigation "More stories":
        - paragraph: Next post
        - paragraph:
          - link
      - complementary "Advertisements"
    - contentinfo:
      - navigation "At the foot of the page"
  `)
})

test('moods read as buttons with their shares and state', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	const moods = page.getByRole('region', { name: 'How does this story leave you?' })
	await expect(moods).toMatchAriaSnapshot(`
    - region "How does this story leave you?":
      - /children: equal
      - heading "How does this story leave you?" [level=2]
      - paragraph: Nobody has said yet. Yours would be the first.
      - button "Happy 0 %" [pressed=false]
      - button "Sad 0 %" [pressed=false]
      - button "Excited 0 %" [pressed=false]
      - button "Sleepy 0 %" [pressed=false]
      - button "Angry 0 %" [pressed=false]
      - button "Surprise 0 %" [pressed=false]
      - paragraph:
        - link "How this is counted"
  `)
	await moods.getByRole('button', { name: 'Sad' }).click()
	await expect(moods).toMatchAriaSnapshot(`
    - region "How does this story leave you?":
      - paragraph: 1 reader has answered. Your mood is Sad; choose it again to take it back.
      - button "Happy 0 %" [pressed=false]
      - button "Sad 100 %" [pressed=true]
  `)
})

test('stars read as one group, with the average and the shares', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	const stars = page.getByRole('region', { name: 'Average Rating' })
	await stars.getByRole('radio', { name: '4 stars' }).check({ force: true })
	await stars.getByRole('button', { name: 'Rate' }).click()
	await expect(stars).toMatchAriaSnapshot(`
    - region "Average Rating":
      - heading "Average Rating" [level=2]
      - paragraph:
        - strong: "4.0"
        - text: out of 5, from 1 rating
      - list:
        - listitem: 5 Star 0%
        - listitem: 4 Star 100%
        - listitem: 3 Star 0%
        - listitem: 2 Star 0%
        - listitem: 1 Star 0%
      - group /^Your rating. 4 of 5$/:
        - radio "1 star"
        - radio "2 stars"
        - radio "3 stars"
        - radio "4 stars" [checked]
        - radio "5 stars"
  `)
})

test('a thread reads as nested lists of articles', async ({ page }) => {
	await page.goto('/news/seat-decided-by-lot')
	await expect(page.locator('#comments')).toMatchAriaSnapshot(`
    - region "This is a Public Square. Please leave a comment":
      - heading "This is a Public Square. Please leave a comment" [level=2]
      - paragraph: 31 comments
      - list:
        - listitem:
          - article:
            - heading "Ms E. Frayling" [level=3]
            - link:
              - time
            - paragraph: /People keep writing/
            - link "Reply to Ms E. Frayling"
          - list:
            - listitem:
              - article:
                - heading "Oona P." [level=3]
  `)
})

test('a refused comment reads its error first and at its field', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	const form = page.locator('#comment-form')
	await form.getByLabel('Your comment').fill('She did.')
	await form.getByLabel('Name').fill('Ada')
	await form.getByLabel('E-mail').fill('ada@nowhere')
	await form.getByRole('button', { name: 'Post' }).click()
	await expect(form).toMatchAriaSnapshot(`
    - alert:
      - strong: Please look at this again
      - link "That does not look like an e-mail address, such as ada@example.org."
    - textbox "Your comment": She did.
    - paragraph: Up to 5,000 characters. *Emphasis* and links work.
    - textbox "Name": Ada
    - textbox "E-mail" [invalid]: ada@nowhere
    - paragraph: Never published.
    - paragraph: That does not look like an e-mail address, such as ada@example.org.
    - paragraph:
      - button "Post"
  `)
})

test('the story editor reads as labelled fields and titled regions', async ({ page, story }) => {
	await signIn(page, 'owner', `/desk/stories/${story.articleId}`)
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - form "Story":
        - heading "Edit story" [level=1]
        - paragraph: Live
        - link "History"
        - link "Publishing"
        - button "Save"
        - button "Preview"
        - textbox "Kicker"
        - textbox "Headline": /A story for one reader/
        - textbox "Standfirst": Written for an end-to-end test.
        - textbox "Text of the story"
        - combobox "Section":
          - option "News" [selected]
        - group "Authors":
          - checkbox "Mara Ellison" [checked]
        - group "Lead photograph":
          - textbox "Caption in this story"
        - textbox "Tags"
        - textbox "Sources": Harbour office
        - textbox "Address"
        - textbox "Note on this version"
        - region "Publishing":
          - heading "Publishing" [level=2]
          - heading "Worth a look" [level=3]
      - region "Corrections":
        - form "Add a correction"
      - region "Notes":
        - form "A new note":
          - textbox "Note"
  `)
})
