import { KEPT_HERE } from "./kept-here";

/** What is kept, where, and what leaves the computer. */
export function PrivacySection() {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">Privacy: what is kept, and where</h2>
      <p>
        <b>Nothing leaves this computer unless you send it to your team.</b> There is no server of ours, no counting of
        visits, and no artificial intelligence in a cloud: the notes are read by a small program inside the extension.
        Google has your document because you write it there.
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Which</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {KEPT_HERE.map(({ what, which, where }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{which}</td>
                <td>{where}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <b>What Plumbline may do in your browser:</b> read pages of Google Docs documents (no other page), keep data
        here, and show its panel. Where Google Docs does not hand out the text of the open document in any other way,
        Plumbline asks Google for the same document as plain text, as “File, Download” does.
      </p>
      <p>
        Only you pass something on: when you copy decisions for the team's workbook, save a file, or sign in with
        Google. Then what you decide, with the words of its line and your name, goes to the one Google Sheet that you
        chose, and to nobody else; what your colleagues decided comes back from there. Other people who use this browser
        under the same profile can see what is kept.
      </p>
    </section>
  );
}
