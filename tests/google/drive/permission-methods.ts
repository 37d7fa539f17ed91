import type { drive_v3 } from "@googleapis/drive";
import { ApiError, NotFaked } from "../api/api-error";
import { type Call, type Methods, text } from "../api/method";
import { permissionResource } from "./file-resource";
import type { Role, StoredPermission } from "./stored-file";
import { changeableFile } from "./visible";

const PERMISSIONS = "/drive/v3/files/{fileId}/permissions";
const ONE = "kind,id,type,role";
const bad = (message: string) => new ApiError("INVALID_ARGUMENT", message, "invalid");
const ROLES: readonly string[] = ["writer", "commenter", "reader"];

/** `permissions.*` of the Drive API. */
export const permissionMethods: Methods = {
  "permissions.create": {
    verb: "POST",
    path: PERMISSIONS,
    parameters: "Params$Resource$Permissions$Create",
    body: "Permission",
    answer: "Permission",
    quota: "write",
    defaultFields: ONE,
    run(call: Call<drive_v3.Schema$Permission>) {
      const { type, role, emailAddress, domain } = call.body;
      if (!type) throw bad("The permission type field is required.");
      if (!role) throw bad("The permission role field is required.");
      if (!ROLES.includes(role)) throw new NotFaked(`permissions.create with the role ${role}`);
      if ((type === "user" || type === "group") && !emailAddress)
        throw bad("The specified emailAddress is invalid or not applicable for the given permission type.");
      if (type === "domain" && !domain)
        throw bad("The specified domain is invalid or not applicable for the given permission type.");
      const file = changeableFile(call);
      const permission: StoredPermission = {
        id: `${call.workspace.newNumber()}`,
        type: type as StoredPermission["type"],
        role: role as Role,
        ...(emailAddress ? { emailAddress } : {}),
        ...(domain ? { domain } : {}),
      };
      call.workspace.change(file.id, () => ({
        permissions: [
          ...file.permissions.filter(
            (one) => emailAddress == null || one.emailAddress !== emailAddress || one.role === "owner",
          ),
          permission,
        ],
      }));
      return permissionResource(permission);
    },
  },
  "permissions.list": {
    verb: "GET",
    path: PERMISSIONS,
    parameters: "Params$Resource$Permissions$List",
    answer: "PermissionList",
    quota: "read",
    defaultFields: `kind,nextPageToken,permissions(${ONE})`,
    run: (call: Call<unknown>) => ({
      kind: "drive#permissionList",
      permissions: changeableFile(call).permissions.map(permissionResource),
    }),
  },
  "permissions.delete": {
    verb: "DELETE",
    path: `${PERMISSIONS}/{permissionId}`,
    parameters: "Params$Resource$Permissions$Delete",
    answer: "",
    quota: "write",
    run(call: Call<unknown>) {
      const file = changeableFile(call);
      const id = text(call.parameters, "permissionId");
      const found = file.permissions.find((permission) => permission.id === id);
      if (!found) throw new ApiError("NOT_FOUND", `Permission not found: ${id}.`, "notFound");
      if (found.role === "owner") {
        throw new ApiError("PERMISSION_DENIED", "The owner of a file cannot be removed.", "cannotRemoveOwner");
      }
      call.workspace.change(file.id, () => ({ permissions: file.permissions.filter((one) => one !== found) }));
    },
  },
};
